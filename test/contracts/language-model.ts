import type { LanguageModel } from '../../lambda/ports.ts';

/** What every adapter of `LanguageModel` must do with a prompt that asks for JSON. */
export function describeLanguageModelContract(
  name: string,
  makeAdapter: () => Promise<LanguageModel> | LanguageModel,
): void {
  describe(`${name} keeps the contract of language models`, () => {
    let model: LanguageModel;
    beforeEach(async () => {
      model = await makeAdapter();
    });
    const request = {
      tenant: 'acme',
      task: 'answer-question' as const,
      prompt: 'Answer in JSON. [d1/0] Payment is due in 30 days. When is payment due?',
      variables: {
        question: 'How many days are allowed for payment?',
        passages: [{ id: 'd1/0', text: 'Payment is due in 30 days.' }],
      },
      maxOutputTokens: 200,
    };

    test('replies with the JSON object that the prompt demands', async () => {
      const { text } = await model.generate(request);
      expect(JSON.parse(text)).toEqual({
        answerable: true,
        answer: '30 days',
        citations: [{ chunk: 'd1/0', quote: 'Payment is due in 30 days.' }],
      });
    });

    test('says which model replied, and why it stopped', async () => {
      const { model: id, stopReason } = await model.generate(request);
      expect([id, stopReason]).toEqual([model.reader, 'end']);
    });

    test('counts the tokens of prompt and reply', async () => {
      const { usage } = await model.generate(request);
      expect([usage.inputTokens > 0, usage.outputTokens > 0]).toEqual([true, true]);
    });

    test('streams what it generates', async () => {
      let streamed = '';
      for await (const piece of model.stream(request)) streamed += piece;
      expect(JSON.parse(streamed)).toEqual(JSON.parse((await model.generate(request)).text));
    });
  });
}
