import type { ExtractiveAnswer } from '../../lambda/domain/extractive/answer.ts';
import { supports } from '../../lambda/domain/evaluation/stated-facts.ts';
import { overlaps } from '../../lambda/domain/evaluation/word-overlap.ts';
import type { BenchQuestion } from './bench-question.ts';

export interface Judged {
  readonly question: BenchQuestion;
  readonly reply: ExtractiveAnswer;
  /** A quote stands on gold: half of the shorter of the two is shared; or the value is in the answer. */
  readonly isRight: boolean;
  /** The answer states a number, date or name that the cited passages lack. */
  readonly isInvented: boolean;
}

export function judge(question: BenchQuestion, reply: ExtractiveAnswer): Judged {
  const cited = reply.citations.map(
    ({ chunk }) => question.passages.find(({ id }) => id === chunk)?.text ?? '',
  );
  const isRight =
    reply.answerable &&
    question.answerable &&
    (reply.citations.some(({ quote }) => question.spans.some((span) => overlaps(quote, span))) ||
      (question.value !== null && bare(reply.answer).includes(bare(question.value))));
  const isInvented = reply.answerable && !supports(cited.join('\n'), reply.answer);
  return { question, reply, isRight, isInvented };
}

export function summarise(judged: readonly Judged[]) {
  const answerable = judged.filter(({ question }) => question.answerable);
  const others = judged.filter(({ question }) => !question.answerable);
  const answered = judged.filter(({ reply }) => reply.answerable);
  const share = (part: number, whole: number) =>
    whole === 0 ? null : Number((part / whole).toFixed(3));
  const right = answerable.filter(({ isRight }) => isRight).length;
  const given = answerable.filter(({ reply }) => reply.answerable).length;
  return {
    answerable: answerable.length,
    answeredShare: share(given, answerable.length),
    answerPrecision: share(right, given),
    recall: share(right, answerable.length),
    unanswerable: others.length,
    refusedShare: share(others.filter(({ reply }) => !reply.answerable).length, others.length),
    hallucinationRate: share(
      answered.filter(({ isInvented }) => isInvented).length,
      answered.length,
    ),
  };
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
