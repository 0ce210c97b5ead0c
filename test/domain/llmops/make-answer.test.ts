import * as fc from 'fast-check';
import guardrailPolicy from '../../../config/guardrail.json' with { type: 'json' };
import { AccessError, ModelUnavailableError } from '../../../lambda/errors.ts';
import { scripted } from '../gateway/gateway-harness.ts';
import { ANSWER, answerOf, failsAfter, inPieces, PASSAGES, watch } from './answer-harness.ts';

const busy = new ModelUnavailableError('throttled', 'busy');
const names = (answer: Awaited<ReturnType<typeof answerOf>>) =>
  answer.triggers.map(({ name }) => name);

describe('an answer in its form', () => {
  test('is its sentences with their marks', async () => {
    const { status, text } = await answerOf(scripted('m', ANSWER));
    expect([status, text]).toEqual(['answered', ANSWER]);
  });

  test('cites the sentence of the passage that carries what it says', async () => {
    const { citations } = await answerOf(scripted('m', ANSWER));
    expect(citations.map(({ mark, quote, range }) => [mark, quote, range])).toEqual([
      [1, 'Payment is due within thirty (30) days of the invoice date.', [0, 59]],
      [2, PASSAGES[1]?.text, [1_000, 1_064]],
    ]);
  });

  test('that is the mark for it says that the documents hold none', async () => {
    const { status, citations } = await answerOf(scripted('m', '[Not in the documents].'));
    expect([status, citations]).toEqual(['no-answer', []]);
  });

  test('keeps what is cited before the mark says that the rest is not there', async () => {
    const part = 'Payment is due within 30 days [1]. [not in the documents]';
    expect((await answerOf(scripted('m', part))).text).toBe('Payment is due within 30 days [1].');
  });

  test('is judged with the sentences that lead to its mark', async () => {
    const led = 'There is a rule on payment. It is due within 30 days of the invoice date [1].';
    expect((await answerOf(scripted('m', led))).text).toBe(led);
  });
});

describe('what does not pass', () => {
  test('is withheld and marked, and the rest is shown', async () => {
    const invented = `Payment is due within 45 days [1]. The laws of Delaware govern [2].`;
    const answer = await answerOf(scripted('m', invented), { sentencesAGroup: 1 });
    expect([answer.text, answer.withheld, names(answer)]).toEqual([
      '[withheld] The laws of Delaware govern [2].',
      ['unsupported-fact'],
      ['unsupported-fact'],
    ]);
  });

  test('leaves no answer where nothing else is left', async () => {
    const { status, text } = await answerOf(scripted('m', 'Payment is due within 45 days [1].'));
    expect([status, text]).toEqual([
      'no-answer',
      'The documents that were found do not answer this question.',
    ]);
  });

  test('is a sentence without a mark at the end', async () => {
    const { text } = await answerOf(scripted('m', `${ANSWER} Delaware law is kind to debtors.`));
    expect(text).toBe(`${ANSWER} [withheld]`);
  });

  test('is a mark of a passage that was not shown', async () => {
    const { text } = await answerOf(scripted('m', 'Payment is due within 30 days [1, 7].'));
    expect(text).toBe('Payment is due within 30 days [1].');
  });

  test('is everything from what the guardrail blocks on', async () => {
    const card = 'The card is 4111 1111 1111 1111.';
    const passages = PASSAGES.map((one, at) =>
      at === 2 ? { ...one, text: card, shown: card } : one,
    );
    const said = `${ANSWER} The card is 4111 1111 1111 1111 [3]. The laws of Delaware govern [2].`;
    const answer = await answerOf(scripted('m', said), { passages, sentencesAGroup: 1 });
    expect([answer.text, answer.withheld]).toEqual([`${ANSWER} [withheld]`, ['blocked']]);
  });

  test('leaves the safe alternative where the guardrail blocked and nothing was released', async () => {
    const card = 'The card is 4111 1111 1111 1111.';
    const passages = PASSAGES.map((one, at) =>
      at === 2 ? { ...one, text: card, shown: card } : one,
    );
    const said = 'The card is 4111 1111 1111 1111 [3].';
    const answer = await answerOf(scripted('m', said), { passages });
    expect([answer.status, answer.text]).toEqual(['blocked', guardrailPolicy.blockedOutput]);
  });
});

test('personal data is masked in the text and in the quote', async () => {
  const said = 'Questions go to Ann Miller at ann.miller@example.com [3].';
  const { text, citations } = await answerOf(scripted('m', said), { question: 'Who is asked?' });
  expect([text, citations[0]?.quote]).toEqual([
    'Questions go to Ann Miller at {EMAIL}. [3]',
    'Questions go to Ann Miller, {EMAIL}, at the office in Dover.',
  ]);
});

describe('a reply in another form', () => {
  test('is sent back once', async () => {
    const model = scripted('m', 'Payment is due within 30 days.', ANSWER);
    const { text, fallback, usage } = await answerOf(model);
    expect([text, fallback, usage.inputTokens, model.calls]).toEqual([ANSWER, 'none', 2_000, 2]);
  });

  test('that stays so gives way to the extractive reader, marked', async () => {
    const extractive = scripted('extractive', 'Delaware [2]');
    const answer = await answerOf(scripted('m', 'Delaware.'), { extractive });
    expect([answer.text, answer.reader, answer.fallback, answer.cause?.split(':')[0]]).toEqual([
      'Delaware [2]',
      'extractive',
      'extractive',
      'ModelReplyError',
    ]);
  });

  test('never shows a sentence of it', async () => {
    const watched = watch();
    await answerOf(scripted('m', 'Delaware.'), watched);
    expect(watched.parts).toEqual([]);
  });
});

describe('a failure', () => {
  test('before the first release gives way to the extractive reader', async () => {
    const extractive = scripted('extractive', 'Delaware [2]');
    const answer = await answerOf(scripted('m', busy), { extractive });
    expect([answer.fallback, answer.cause, answer.costUsd]).toEqual([
      'extractive',
      'ModelUnavailableError: busy',
      0,
    ]);
  });

  test('is for a person where the extractive reader finds nothing either', async () => {
    const { status, fallback } = await answerOf(scripted('m', busy));
    expect([status, fallback]).toEqual(['failed', 'person']);
  });

  test('after the first release ends the answer, which keeps what was released', async () => {
    const model = failsAfter(`${ANSWER} And`, new ModelUnavailableError('interrupted', 'gone'));
    const { status, text, cause, costUsd } = await answerOf(model);
    expect([status, text, cause, costUsd]).toEqual([
      'interrupted',
      'Payment is due within 30 days of the invoice date [1].',
      'ModelUnavailableError: gone',
      null,
    ]);
  });

  test('of the set-up is not hidden', async () => {
    await expect(answerOf(scripted('m', new AccessError('no access')))).rejects.toThrow(
      'no access',
    );
  });
});

/** Sentences that pass, that do not, and what stands between them. */
const pieces = fc.constantFrom(
  'Payment is due within 30 days of the invoice date [1].',
  'The laws of Delaware govern the agreement. [2]',
  'Payment is due within 45 days [1].',
  'Late payment bears interest of 2 % [1, 9]!',
  'Somebody once said so.',
  'Questions go to Ann Miller, ann.miller@example.com [3].',
  'The fee of Acme Inc. is due [1] [2]\n- ',
  '[not in the documents]',
  '  \n',
  ' [',
  '3.5',
);

test('is the same with and without a watcher, however its text is cut into events', async () => {
  const texts = fc.array(pieces, { maxLength: 7 }).map((all) => all.join(' '));
  const cuts = fc.array(fc.nat(400), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(texts, cuts, fc.integer({ min: 1, max: 3 }), async (text, at, size) => {
      const places = [0, ...at.map((one) => one % (text.length + 1)).sort((a, b) => a - b)];
      const cut = places.map((place, index) => text.slice(place, places[index + 1]));
      const watched = watch();
      const seen = { ...watched, sentencesAGroup: size };
      const whole = await answerOf(inPieces([text]), { sentencesAGroup: size });
      expect(await answerOf(inPieces(cut), seen)).toEqual(whole);
      const shown = watched.parts.map((part) => part.text).join('');
      expect(shown.trimEnd()).toBe(whole.status === 'answered' ? whole.text : '');
    }),
    { numRuns: 300 },
  );
});

test('the first sentence is released before the model has finished', async () => {
  let clock = 1_000;
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  let isFinished = false;
  const model = scripted('m', async function* () {
    yield { type: 'served', model: 'm', fallback: false, cached: false };
    clock = 1_400;
    yield { type: 'text', text: 'Payment is due within 30 days' };
    clock = 1_900;
    yield { type: 'text', text: ' of the invoice date [1]. The' };
    await finished;
    isFinished = true;
    yield { type: 'text', text: ' laws of Delaware govern [2].' };
    yield { type: 'usage', inputTokens: 1_000, outputTokens: 30, costUsd: null };
    yield { type: 'stop', reason: 'end' };
  });
  const seen: (readonly [text: string, isFinished: boolean])[] = [];
  const answer = await answerOf(model, {
    now: () => clock,
    release: ({ text }) => {
      seen.push([text, isFinished]);
      finish();
    },
  });
  expect([seen, answer.firstTokenAtMs, answer.firstReleaseAtMs]).toEqual([
    [
      ['Payment is due within 30 days of the invoice date [1].', false],
      [' The laws of Delaware govern [2].', true],
    ],
    1_400,
    1_900,
  ]);
});
