import { contentWords, stem } from '../text/words.ts';
import { ATTACK_COLUMNS, attackFeatures, type AttackVector } from './attack-features.ts';
import { TASK_SIGNS, taskSigns } from './task-signs.ts';

/** What its neighbours ask of a sentence. */
interface ReadSentence {
  readonly text: string;
  readonly stems: ReadonlySet<string>;
  readonly saysYou: boolean;
}

/** A sentence and those that stand around it. */
export interface PassageSentence extends ReadSentence {
  /** Those before and after it, without itself. */
  readonly neighbours: readonly ReadSentence[];
}

/** How a sentence stands among its neighbours, in the order of its columns. */
const BEARINGS = [
  'foreign words',
  'words known',
  'task of foreign words',
  'question of foreign words',
  'task without the writer',
  'question without the writer',
  'the writer',
  'first to say you',
  'ends as a sentence',
  'begins as a sentence',
] as const;
/** What `attackFeatures` gives, then the signs of a task, then the bearings. */
export const PASSAGE_COLUMNS = ATTACK_COLUMNS + TASK_SIGNS.length + BEARINGS.length;
/** A sentence stands among so many before it and after it. */
const NEIGHBOURS = 12;

const TASK_VALUE = 0.6;
const BEARING_VALUE = 0.8;
/** So many words in common are as good as more. */
const MANY_KNOWN = 4;
/** A neighbour that is more alike repeats the sentence: an order that is said twice is as foreign. */
const MOST_LIKE = 0.5;
/** Personal pronouns and determiners of the first person (Universal Dependencies, Person=1): en, de, es, fr. */
const WRITER =
  /(?<![\p{L}\p{N}])(?:i|me|my|mine|we|us|ours?|ich|mir|mich|mein(?:e[mnrs]?)?|wir|uns(?:er\p{L}*)?|yo|mí|mis?|nosotr[oa]s|nos|nuestr[oa]s?|je|moi|mon|mes|nous|notre)(?![\p{L}])/iu;
const YOU = /(?<![\p{L}\p{N}])(?:you|yours?|yourself)(?![\p{L}])/iu;
const TASKS = [TASK_SIGNS.indexOf('task'), TASK_SIGNS.indexOf('saying')];

/**
 * A sentence of a document as its n-grams and signs of attacks, the signs of a task that is set to its
 * reader, and its bearing on the sentences around it: a task that was put into a document speaks of
 * what the document does not, to whom it does not speak, and not of who wrote it.
 */
export function passageFeatures(sentence: PassageSentence): AttackVector {
  const { indices, values } = attackFeatures(sentence.text);
  const tasks = taskSigns(sentence.text);
  const more = [
    ...tasks.map((value) => value * TASK_VALUE),
    ...bearingsOf(sentence, tasks).map((value) => value * BEARING_VALUE),
  ].flatMap((value, at) => (value === 0 ? [] : [{ column: ATTACK_COLUMNS + at, value }]));
  return {
    indices: [...indices, ...more.map(({ column }) => column)],
    values: [...values, ...more.map(({ value }) => value)],
  };
}

/** The sentences of a passage, each among its neighbours. */
export function amongNeighbours(sentences: readonly string[]): readonly PassageSentence[] {
  const read = sentences.map(readSentence);
  return read.map((sentence, at) => ({
    ...sentence,
    neighbours: [
      ...read.slice(Math.max(0, at - NEIGHBOURS), at),
      ...read.slice(at + 1, at + 1 + NEIGHBOURS),
    ],
  }));
}

/** A sentence put between two others of a passage. */
export function putBetween(
  text: string,
  sentences: readonly string[],
  at: number,
): PassageSentence {
  const neighbours = sentences.slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS);
  return { ...readSentence(text), neighbours: neighbours.map(readSentence) };
}

function bearingsOf(
  { text, stems, saysYou, neighbours }: PassageSentence,
  tasks: readonly number[],
): readonly number[] {
  const others = neighbours.filter((other) => likeness(stems, other.stems) <= MOST_LIKE);
  const known = [...stems].filter((word) => others.some((other) => other.stems.has(word)));
  const foreign = stems.size === 0 ? 0 : 1 - known.length / stems.size;
  const isTask = TASKS.some((sign) => tasks[sign] === 1);
  const asks = /\?\W*$/u.test(text);
  const isOfWriter = WRITER.test(text);
  return [
    foreign,
    Math.min(1, known.length / MANY_KNOWN),
    isTask ? foreign : 0,
    asks ? foreign : 0,
    isTask && !isOfWriter ? 1 : 0,
    asks && !isOfWriter ? 1 : 0,
    isOfWriter ? 1 : 0,
    saysYou && !neighbours.some((other) => other.saysYou) ? 1 : 0,
    /[.?!]\W*$/u.test(text) ? 1 : 0,
    /^\W*\p{Lu}/u.test(text) ? 1 : 0,
  ];
}

/** Jaccard's: shared stems among all stems of the two. */
function likeness(own: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...own].filter((word) => other.has(word)).length;
  return shared === 0 ? 0 : shared / (own.size + other.size - shared);
}

function readSentence(text: string): ReadSentence {
  return { text, stems: new Set(contentWords(text).map(stem)), saysYou: YOU.test(text) };
}
