import { draw, seededRandom } from '../../lambda/domain/features/random.ts';
import {
  amongNeighbours,
  type PassageSentence,
  putBetween,
} from '../../lambda/domain/rails/passage-features.ts';
import { sentencesOf } from '../../lambda/domain/text/sentences.ts';
import type { AttackSample, InnocentTexts } from './attack-samples.ts';
import type { LabelledText } from './fit-attack-model.ts';

const SEED = 2;
/** Sentences of documents that are learned from; so many are one in twenty of them. */
const MAX_SENTENCES = 3_000;
/** Few orders in documents are known: each counts as often. */
const ORDERS_COUNT = 4;
/** Few letters are known: prompts are put into them as often as into all other documents. */
const LETTERS_COUNT = 6;
/** A longer prompt is no sentence of a document. */
const SHORT_PROMPT = 300;
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

/** What a judge of sentences in documents learns from. */
export interface PassageSources {
  readonly documents: readonly DocumentSample[];
  /** What people ask of assistants, attacks or not: in a document each is an order to its reader. */
  readonly prompts: readonly LabelledText[];
  readonly innocent: InnocentTexts;
}

/**
 * Orders out of documents, and short prompts each put between two sentences of a document, against the
 * sentences of innocent documents where they stand.
 */
export function passageTexts({
  documents,
  prompts,
  innocent,
}: PassageSources): readonly LabelledText[] {
  const random = seededRandom(SEED);
  const letters = documents.map(({ text, order }) =>
    pieces(order === null ? text : text.slice(0, -order.length)),
  );
  const hosts = [
    ...innocent.documents.map(pieces),
    ...Array.from({ length: LETTERS_COUNT }, () => letters).flat(),
  ];
  const puts = (text: string): PassageSentence => {
    const host = hosts[Math.floor(random() * hosts.length)] ?? [];
    return putBetween(text, host, Math.floor(random() * (host.length + 1)));
  };
  const orders = documents.flatMap(({ order }) => (order === null ? [] : [order]));
  const asked = prompts.filter(({ text }) => text.length < SHORT_PROMPT).map(({ text }) => text);
  const tasks = [...Array.from({ length: ORDERS_COUNT }, () => orders).flat(), ...asked].map(puts);
  const said = [
    ...firstOfEach(letters.flatMap(amongNeighbours)),
    ...draw(innocent.documents.map(pieces).flatMap(amongNeighbours), MAX_SENTENCES, random),
  ];
  const labelled = (attack: boolean) => (sentence: PassageSentence) => ({
    text: sentence.text,
    attack,
    sentence,
  });
  return [...tasks.map(labelled(true)), ...said.map(labelled(false))];
}

function firstOfEach(sentences: readonly PassageSentence[]): readonly PassageSentence[] {
  return [...new Map(sentences.toReversed().map((one) => [one.text, one])).values()];
}

export function pieces(text: string): readonly string[] {
  return sentencesOf(text).filter((sentence) => sentence.length >= LEAST_CHARACTERS);
}
