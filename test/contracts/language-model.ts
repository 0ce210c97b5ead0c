import { collectReply } from '../../lambda/domain/gateway/collect-reply.ts';
import type {
  LanguageModelEvent,
  LanguageModelRequest,
} from '../../lambda/domain/gateway/language-model-exchange.ts';
import { languageModelEventSchema } from '../../lambda/domain/gateway/language-model-exchange.ts';
import type { LanguageModel } from '../../lambda/ports.ts';

/** The contract's question, rendered and as variables. */
export const question: LanguageModelRequest = {
  tenant: 'acme',
  task: 'answer-question',
  messages: [{ role: 'user', text: '[1] Payment is due in 30 days. When is payment due?' }],
  variables: {
    question: 'How many days are allowed for payment?',
    passages: [{ id: 'd1/0', text: 'Payment is due in 30 days.' }],
    weights: {},
  },
  maxOutputTokens: 200,
};

/** What every adapter of `LanguageModel` must do with a question that it can answer. */
export function describeLanguageModelContract(
  name: string,
  makeAdapter: () => Promise<LanguageModel> | LanguageModel,
): void {
  describe(`${name} keeps the contract of language models`, () => {
    let model: LanguageModel;
    let events: LanguageModelEvent[];
    beforeEach(async () => {
      model = await makeAdapter();
      events = [];
      for await (const event of model.generate(question)) events.push(event);
    });

    test('replies with text', async () => {
      expect((await collectReply(model.generate(question))).text).toContain('30 days');
    });

    test('says first who replies', () => {
      expect(events[0]).toEqual({
        type: 'served',
        model: model.reader,
        fallback: false,
        cached: false,
      });
    });

    test('says last why it stopped', () => {
      expect(events.at(-1)).toEqual({ type: 'stop', reason: 'end' });
    });

    test('counts the tokens of prompt and reply once', () => {
      const usages = events.filter((event) => event.type === 'usage');
      expect(usages.map((usage) => [usage.inputTokens > 0, usage.outputTokens > 0])).toEqual([
        [true, true],
      ]);
    });

    test('sends events of the declared shape only', () => {
      expect(events.map((event) => languageModelEventSchema().parse(event))).toEqual(events);
    });
  });
}
