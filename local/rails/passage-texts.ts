import { draw, seededRandom } from '../../lambda/domain/features/random.ts';
import { sentencesOf } from '../../lambda/domain/text/sentences.ts';
import type { AttackSample, InnocentTexts } from './attack-samples.ts';
import type { LabelledText } from './fit-attack-model.ts';

const SEED = 2;
/** Sentences of documents that are learned from; so many are one in twenty of them. */
const MAX_SENTENCES = 3_000;
/** Few orders in documents are known: each counts as often. */
const ORDERS_COUNT = 4;
/** A longer attack is a prompt, no sentence of a document. */
const SHORT_ATTACK = 300;
/** Shorter pieces (numbers, marks of lists) are judged innocent unread. */
const LEAST_CHARACTERS = 8;

/** Documents with an order at their end, which is their last line, and documents without. */
export interface DocumentSample {
  readonly text: string;
  readonly order: string | null;
}

/** The samples that are documents: data sets of indirect attacks append the order as a line. */
export function documentSamples(samples: readonly AttackSample[]): readonly DocumentSample[] {
  return samples
    .filter(({ source }) => source.startsWith('bipia'))
    .map(({ text, attack }) => ({ text, order: attack ? (text.split('\n').at(-1) ?? '') : null }));
}

/**
 * What a judge of single sentences of documents and of tool results learns from: orders out of
 * documents and short direct attacks against the sentences of innocent documents, and against
 * questions about such documents, since letters ask too.
 */
export function passageTexts(
  documents: readonly DocumentSample[],
  attacks: readonly LabelledText[],
  innocent: InnocentTexts,
): readonly LabelledText[] {
  const random = seededRandom(SEED);
  const orders = documents.flatMap(({ order }) => (order === null ? [] : [order]));
  const direct = attacks.filter(({ text, attack }) => attack && text.length < SHORT_ATTACK);
  const clean = documents.flatMap(({ text, order }) => (order === null ? pieces(text) : []));
  const sentences = draw(innocent.documents.flatMap(pieces), MAX_SENTENCES, random);
  return [
    ...Array.from({ length: ORDERS_COUNT }, () => orders).flat(),
    ...direct.map(({ text }) => text),
  ]
    .map((text) => ({ text, attack: true }))
    .concat(
      [...new Set(clean), ...sentences, ...innocent.questions].map((text) => ({
        text,
        attack: false,
      })),
    );
}

export function pieces(text: string): readonly string[] {
  return sentencesOf(text).filter((sentence) => sentence.length >= LEAST_CHARACTERS);
}
