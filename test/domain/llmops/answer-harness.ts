import guardrailPolicy from '../../../config/guardrail.json' with { type: 'json' };
import type {
  LanguageModelEvent,
  LanguageModelRequest,
} from '../../../lambda/domain/gateway/language-model-exchange.ts';
import type { ShownPassage } from '../../../lambda/domain/llmops/answer/answer.ts';
import type {
  Release,
  ReleasedPart,
} from '../../../lambda/domain/llmops/answer/answer-in-making.ts';
import { makeAnswer } from '../../../lambda/domain/llmops/answer/make-answer.ts';
import type { LanguageModel } from '../../../lambda/ports.ts';
import { policyGuardrail } from '../../../local/adapters/guardrail.ts';
import { says, scripted, throughGateway } from '../gateway/gateway-harness.ts';

const TEXTS = [
  'Payment is due within thirty (30) days of the invoice date. Late payment bears interest of 2 %.',
  'This agreement is governed by the laws of the State of Delaware.',
  'Questions go to Ann Miller, ann.miller@example.com, at the office in Dover.',
];
export const PASSAGES: readonly ShownPassage[] = TEXTS.map((text, at) => ({
  chunkId: `d1/${at}`,
  documentId: 'd1',
  range: [at * 1_000, at * 1_000 + text.length],
  text,
  shown: text,
  suspect: [],
  headings: [],
}));

export const QUESTION = 'When is payment due, and which law governs?';
/** Two sentences that the passages carry. */
export const ANSWER =
  'Payment is due within 30 days of the invoice date [1]. The laws of Delaware govern the agreement [2].';

const request: LanguageModelRequest = {
  tenant: 'acme',
  task: 'answer-question',
  messages: [{ role: 'user', text: QUESTION }],
  variables: {},
  maxOutputTokens: 200,
};

/** What a model that says these things one after another comes to, behind the gateway. */
export async function answerOf(
  model: LanguageModel,
  options: {
    readonly extractive?: LanguageModel;
    readonly release?: Release;
    readonly sentencesAGroup?: number;
    readonly question?: string;
    readonly passages?: readonly ShownPassage[];
    readonly now?: () => number;
    /** True: the model stands behind the gateway already. */
    readonly isGateway?: boolean;
  } = {},
) {
  const { release, question = QUESTION, passages = PASSAGES } = options;
  const make = makeAnswer({
    languageModel: options.isGateway === true ? model : throughGateway(model),
    extractive: options.extractive ?? scripted('extractive', '[not in the documents]'),
    guardrail: policyGuardrail(guardrailPolicy),
    gates: { minGrounding: 0.5 },
    sentencesAGroup: options.sentencesAGroup ?? 3,
    now: options.now ?? (() => 0),
  });
  return make({ request, question, passages }, release === undefined ? {} : { release });
}

/** A sink, and what came. */
export function watch(): { readonly parts: ReleasedPart[]; readonly release: Release } {
  const parts: ReleasedPart[] = [];
  return { parts, release: (part) => void parts.push(part) };
}

/** One reply, its text in these pieces. */
export function inPieces(pieces: readonly string[]): LanguageModel {
  return scripted('m', () => piecewise(pieces));
}

async function* piecewise(pieces: readonly string[]): AsyncIterable<LanguageModelEvent> {
  for await (const event of says('m', '')) {
    if (event.type !== 'text') yield event;
    else for (const text of pieces) yield { type: 'text', text };
  }
}

/** Says something and then fails. */
export function failsAfter(text: string, failure: Error): LanguageModel {
  return scripted('m', async function* () {
    yield { type: 'served', model: 'm', fallback: false, cached: false };
    yield { type: 'text', text };
    throw await Promise.resolve(failure);
  });
}
