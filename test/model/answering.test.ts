import { citedPassages } from '../../lambda/domain/gateway/answer-text.ts';
import type { Answer } from '../../lambda/domain/llmops/answer/answer.ts';
import {
  type ReleasedPart,
  WITHHELD_MARK,
} from '../../lambda/domain/llmops/answer/answer-in-making.ts';
import { indexText, runAnswerFlow } from '../steps/answer-flow.ts';
import { type LlmopsPorts, openLlmopsPorts } from '../steps/llmops-ports.ts';
import { smallModel } from './small-model.ts';

/**
 * The answer flow with a model that makes mistakes: whatever it says, what is shown has been judged, and
 * what could not be shown is marked.
 */
const AGREEMENT = `SUPPLY AGREEMENT

1. Payment
Payment is due within thirty (30) days of the invoice date.

2. Governing law
This agreement is governed by the laws of the State of Delaware.
`;
const QUESTIONS = [
  'Which law governs the agreement?',
  'When is payment due?',
  'What is the warranty period of the delivered software?',
];

let ports: LlmopsPorts;
let close: () => void;
beforeAll(async () => {
  ({ ports, close } = openLlmopsPorts());
  await indexText(ports, AGREEMENT);
});
afterAll(() => close());

describe.each(QUESTIONS)('asked "%s"', (question) => {
  let answer: Answer;
  const parts: ReleasedPart[] = [];
  beforeAll(async () => {
    const release = (part: ReleasedPart) => void parts.push(part);
    const interactionId = `asked-${QUESTIONS.indexOf(question)}`;
    answer = await runAnswerFlow(ports, question, {
      interactionId,
      release,
      gateway: smallModel(),
    });
    console.info(
      JSON.stringify({
        question,
        status: answer.status,
        fallback: answer.fallback,
        text: answer.text,
        withheld: answer.withheld,
        usage: answer.usage,
      }),
    );
  });

  test('what was released is what is recorded', () => {
    const shown = parts.map(({ text }) => text).join('');
    expect(shown.trimEnd()).toBe(answer.status === 'answered' ? answer.text : '');
  });

  test('each part that is shown cites a passage that was found', () => {
    const cited = parts
      .filter(({ type }) => type === 'sentences')
      .flatMap(({ text }) => citedPassages(text));
    expect(cited.every((mark) => mark >= 1 && mark <= answer.retrieved.length)).toBe(true);
  });

  test('what was not shown is marked, and a fallback says so', () => {
    const marks = answer.text.split(WITHHELD_MARK).length - 1;
    const isMarked = answer.status !== 'answered' || marks === answer.withheld.length;
    const isOwn = answer.fallback === 'none' && answer.reader !== 'extractive';
    expect([isMarked, isOwn || answer.cause !== null]).toEqual([true, true]);
  });

  test('the tokens were counted', () => {
    expect(answer.usage.inputTokens).toBeGreaterThan(100);
  });
});
