import { createHash } from 'node:crypto';
import type { PromptTask } from '../../lambda/domain/gateway/language-model-exchange.ts';
import type { Prompts } from '../../lambda/ports.ts';

/** What every adapter of `Prompts` must do with the prompts of `config/prompts` in production. */
export function describePromptsContract(
  name: string,
  makeAdapter: () => Promise<Prompts> | Prompts,
): void {
  describe(`${name} keeps the contract of prompts`, () => {
    const tasks: readonly PromptTask[] = ['answer-question', 'classify-document', 'extract-fields'];
    test.each(tasks)('gives the template of %s without its front matter', async (task) => {
      const { template } = await (await makeAdapter()).get(task);
      expect(template).toMatch(/^You /);
    });

    test('names the version by the hash of its template', async () => {
      const prompt = await (await makeAdapter()).get('answer-question');
      const hash = createHash('sha256').update(prompt.template).digest('hex');
      expect(prompt).toMatchObject({ name: 'answer-question', version: 2, hash });
    });
  });
}
