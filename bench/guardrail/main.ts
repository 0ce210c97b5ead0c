import guardrailPolicy from '../../config/guardrail.json' with { type: 'json' };
import { gates } from '../../config/gates.ts';
import { prices } from '../../config/prices.ts';
import { citing } from '../../lambda/domain/gateway/answer-text.ts';
import type { LanguageModelEvent } from '../../lambda/domain/gateway/language-model-exchange.ts';
import { guardrailCostUsd } from '../../lambda/domain/llmops/answer/guardrail-use.ts';
import { makeAnswer } from '../../lambda/domain/llmops/answer/make-answer.ts';
import type { MadeAnswer } from '../../lambda/domain/llmops/answer/made-answer.ts';
import { sentencesOf } from '../../lambda/domain/text/sentences.ts';
import type { LanguageModel } from '../../lambda/ports.ts';
import { policyGuardrail } from '../../local/adapters/guardrail.ts';
import type { BenchQuestion } from '../answers/bench-question.ts';
import { filingsQuestions } from '../answers/filings-questions.ts';

/**
 * What judging costs, by the size of the group. The answers are those that the labels give: the sentences
 * of the marked spans, each citing the passage that it stands in, after the passages that retrieval found.
 */
const [directory = '', seed = '1'] = process.argv.slice(2);
const SIZES = [1, 2, 3, 5, 10, Number.MAX_SAFE_INTEGER];

const asked = (await filingsQuestions(directory, [Number(seed)], 'test'))
  .map((question) => ({ question, text: labelledAnswer(question) }))
  .filter(({ text }) => text !== '');
const long = asked.filter(({ text }) => sentencesOf(text).length >= 4);
for (const [name, answers] of Object.entries({
  'all answers': asked,
  'of four sentences and more': long,
})) {
  console.log(`${name}: ${answers.length}, seed ${seed}`);
  console.table(await Promise.all(SIZES.map((size) => measure(size, answers))));
}

async function measure(size: number, answers: typeof asked) {
  const made: MadeAnswer[] = [];
  for (const { question, text } of answers) made.push(await answer(question, text, size));
  const mean = (of: (one: MadeAnswer) => number) =>
    made.reduce((sum, one) => sum + of(one), 0) / made.length;
  const usd = mean(({ guardrailUse }) => guardrailCostUsd(guardrailUse, prices) ?? Number.NaN);
  return {
    sentencesAGroup: size > 1_000 ? 'all' : size,
    sentences: fixed(mean(({ text }) => sentencesOf(text).length)),
    calls: fixed(mean(({ guardrailUse }) => guardrailUse.calls)),
    textUnits: fixed(mean(({ guardrailUse }) => guardrailUse.textUnits)),
    groundingUnits: fixed(mean(({ guardrailUse }) => guardrailUse.groundingUnits)),
    usdOf1000Answers: fixed(usd * 1_000),
  };
}

function answer(question: BenchQuestion, text: string, size: number): Promise<MadeAnswer> {
  const passages = question.passages.map(({ id, text: passage }) => ({
    chunkId: id,
    documentId: id.slice(0, id.lastIndexOf('/')),
    range: [0, passage.length] as const,
    text: passage,
    shown: passage,
    suspect: [],
    headings: [],
  }));
  const request = {
    tenant: 'bench',
    task: 'answer-question' as const,
    messages: [],
    variables: {},
    maxOutputTokens: 500,
  };
  return makeAnswer({
    languageModel: saying(text),
    extractive: saying(''),
    guardrail: policyGuardrail(guardrailPolicy),
    gates,
    sentencesAGroup: size,
    now: () => 0,
  })({ request, question: question.question, passages });
}

function labelledAnswer({ spans, passages }: BenchQuestion): string {
  const cited = spans.flatMap(sentencesOf).flatMap((sentence) => {
    const at = passages.findIndex(({ text }) => text.includes(sentence));
    return at < 0 ? [] : [citing(sentence, at + 1)];
  });
  return cited.join(' ');
}

function saying(text: string): LanguageModel {
  return {
    reader: 'labels',
    async *generate(): AsyncIterable<LanguageModelEvent> {
      yield { type: 'served', model: 'labels', fallback: false, cached: false };
      yield { type: 'text', text };
      yield { type: 'stop', reason: 'end' };
    },
  };
}

function fixed(value: number): number {
  return Number(value.toFixed(3));
}
