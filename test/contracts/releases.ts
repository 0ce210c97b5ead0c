import {
  releaseId,
  type LlmopsBundle,
} from '../../lambda/domain/governance/release/release-bundle.ts';
import type { ReleaseEvent } from '../../lambda/domain/governance/release/release-event.ts';
import type { Releases } from '../../lambda/release-ports.ts';

const bundle = (template: string): LlmopsBundle => ({
  side: 'llmops',
  prompts: { 'answer-question': { version: 1, template } },
  models: { answer: 'a-model' },
  rag: { topK: 5, strategy: 'recursive' },
  guardrail: { id: 'policy', version: '1', policy: { pii: [] } },
});
const ID = releaseId(bundle('one'));
const event = (number: number, side: 'llmops' | 'mlops' = 'llmops'): ReleaseEvent => ({
  side,
  number,
  at: '2026-01-01T00:00:00.000Z',
  action: 'publish',
  release: ID,
  by: { name: 'ada', roles: ['operator'] },
  why: 'first',
  evaluation: null,
  gates: [],
  pointers: { candidate: ID, staging: null, live: ID },
});

/** What the registry must do on every store; `openAdapter` gives an empty one. */
export function describeReleasesContract(
  name: string,
  openAdapter: () => Promise<{
    readonly releases: Releases;
    /** Changes what is stored, as somebody with the disk or the bucket could. */
    alter(path: `releases/${string}`, text: string): Promise<void>;
    close?(): Promise<void>;
  }>,
): void {
  describe(`${name} keeps the contract of releases`, () => {
    let open: Awaited<ReturnType<typeof openAdapter>>;
    let releases: Releases;
    beforeEach(async () => {
      open = await openAdapter();
      releases = open.releases;
    });
    afterEach(() => open.close?.());

    test('a bundle is kept under the hash of its content, whatever the order of its keys', async () => {
      const { prompts, ...rest } = bundle('one');
      const ids = [await releases.keep(bundle('one')), await releases.keep({ ...rest, prompts })];
      expect(ids).toEqual([ID, ID]);
      expect(await releases.read('llmops', ID)).toEqual(bundle('one'));
    });

    test('a bundle that was altered is not read', async () => {
      await releases.keep(bundle('one'));
      await open.alter(`releases/llmops/${ID}.json`, JSON.stringify(bundle('planted')));
      await expect(releases.read('llmops', ID)).rejects.toMatchObject({ name: 'RefusedError' });
    });

    test('a bundle that is not there is not found', async () => {
      await expect(releases.read('mlops', ID)).rejects.toMatchObject({ name: 'NotFoundError' });
    });

    test('an evaluation is kept under its hash', async () => {
      const evaluation = {
        side: 'llmops' as const,
        release: ID,
        reader: 'a-model',
        corpus: 'c',
        report: 'r',
        figures: { recallAt5: 0.9, costUsdPerAnswer: null },
      };
      const hash = await releases.keepEvaluation(evaluation);
      expect(await releases.readEvaluation('llmops', hash)).toEqual(evaluation);
    });

    test('of two who write the same number one is first', async () => {
      const written = await Promise.all([releases.append(event(1)), releases.append(event(1))]);
      expect(written.toSorted()).toEqual([false, true]);
      expect(await releases.history('llmops')).toHaveLength(1);
    });

    test('the newest event is read first, of its side alone', async () => {
      expect(await releases.latest('llmops')).toBeNull();
      for (const number of [1, 2, 10]) await releases.append(event(number));
      await releases.append(event(11, 'mlops'));
      expect((await releases.latest('llmops'))?.number).toBe(10);
      expect((await releases.latest('mlops'))?.number).toBe(11);
    });

    test('a history longer than a page is read whole, the newest first', async () => {
      for (let number = 1; number <= 120; number += 1) await releases.append(event(number));
      const numbers = (await releases.history('llmops')).map((one) => one.number);
      expect([numbers.length, numbers[0], numbers.at(-1)]).toEqual([120, 120, 1]);
    });
  });
}
