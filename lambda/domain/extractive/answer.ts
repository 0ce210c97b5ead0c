import type { CharacterRange } from '../text/character-range.ts';
import { findCodes } from '../text/identifiers.ts';
import { readDates } from '../text/read-dates.ts';
import { sentencesOf } from '../text/sentences.ts';
import { words } from '../text/words.ts';
import { expectedType, onlyAsks } from './expected-type.ts';
import { coverage, rarityAmong } from './similarity.ts';
import { findValues, type Value, type ValueType } from './values.ts';
import { termsOf } from './vocabulary.ts';

export interface Passage {
  /** `<documentId>/<ordinal>`. */
  readonly id: string;
  readonly text: string;
}

export interface ExtractiveAnswer {
  readonly answerable: boolean;
  readonly answer: string;
  readonly citations: { readonly chunk: string; readonly quote: string }[];
}

/** What retrieval learned of the clause that a question asks for: term → how much it tells. */
export type ClauseWeights = Readonly<Record<string, number>>;

export interface AnswerTask {
  readonly question: string;
  /** Best first. */
  readonly passages: readonly Passage[];
  /** Empty where the question asks for no clause that is known. */
  readonly weights: ClauseWeights;
  /** Whether a sentence gives orders to its reader (the rails know): it is never evidence. */
  readonly isInstruction: (sentence: string) => boolean;
}

interface Sentence {
  readonly passage: Passage;
  readonly rank: number;
  readonly text: string;
  readonly terms: ReadonlySet<string>;
  /** Of the sentence before: a heading, or the label of a cell. */
  readonly before: ReadonlySet<string>;
}

/** Below this share of the question's weight a sentence is no evidence: the reader abstains. */
const LEAST_COVERAGE = 0.5;
/** The same of a clause's weight: its words never stand in one sentence all. */
const LEAST_CLAUSE = 0.25;
/** What the sentence before says counts this much. */
const CONTEXT_SHARE = 0.5;
/** Passages come best first: each place counts this much less. */
const RANK_DECAY = 0.02;
/** Shorter ones are headings and cells: they answer by the value in them only. */
const LEAST_PROSE_WORDS = 5;
/** Of four digits are years. */
const SHORTEST_CODE = 5;
/** A quote is a sentence; a longer one is cut at a word. */
const LONGEST_ANSWER = 400;
const NO_ANSWER: ExtractiveAnswer = { answerable: false, answer: '', citations: [] };

/**
 * Answers from passages without a language model: with the sentence that shares most with the
 * question, each word weighted by its rarity among the sentences and, where the question asks for a
 * clause, by what was learned of it; of a typed question (when, how much, how long, whose law) with
 * the value in it that stands nearest to the question's words. Abstains where the share is small,
 * the type is missing, or a number or code that the question names stands in no document.
 * Deterministic.
 */
export function answerFromPassages(task: AnswerTask): ExtractiveAnswer {
  const codes = codesIn(task.question);
  const asked = askedPart(task.question);
  const type = expectedType(asked);
  const sentences = sentencesIn(passagesAbout(task.passages, codes));
  // What names the document does not have to stand in the sentence that answers.
  const about = codes.reduce((rest, code) => rest.replace(code, ' '), asked);
  const wanted = wantedTerms(about, type, sentences);
  const clause = new Map(
    Object.entries(task.weights).flatMap(([term, weight]) =>
      termsOf(term).map((one) => [one, weight] as const),
    ),
  );
  let best: { sentence: Sentence; answer: string; score: number } | null = null;
  for (const sentence of sentences) {
    const share =
      clause.size === 0
        ? overlap(wanted, sentence, LEAST_COVERAGE)
        : overlap(clause, sentence, LEAST_CLAUSE) * (1 + coverageOf(wanted, sentence));
    const score = share / (1 + sentence.rank * RANK_DECAY);
    if (score <= (best?.score ?? 0)) continue;
    const answer = type === null ? prose(sentence.text) : nearestValue(sentence, type, wanted);
    if (answer === null || task.isInstruction(sentence.text)) continue;
    best = { sentence, answer, score };
  }
  if (best === null) return NO_ANSWER;
  const quote = shortened(best.sentence.text);
  const answer = quote.includes(best.answer) ? best.answer : quote;
  return { answerable: true, answer, citations: [{ chunk: best.sentence.passage.id, quote }] };
}

/** `In the order 17 of Fabrikam: What is the total?`: what is asked, without what names the document. */
function askedPart(question: string): string {
  const sentences = sentencesOf(question);
  const first = sentences.findIndex((sentence) => sentence.endsWith('?'));
  if (first < 0) return question;
  const [head = '', ...rest] = sentences.slice(first);
  return [head.slice(head.lastIndexOf(': ') + 1), ...rest].join(' ').trim();
}

/** Codes that a question names; documents write dates in many ways, and a year alone names nothing. */
function codesIn(question: string): readonly string[] {
  const dates = readDates(question);
  return findCodes(question)
    .filter(({ range }) => !dates.some((date) => isWithin(range[0], date.range)))
    .map(({ value }) => value)
    .filter((code) => code.length >= SHORTEST_CODE);
}

/** Those of documents that hold every code, in any passage. */
function passagesAbout(passages: readonly Passage[], codes: readonly string[]): readonly Passage[] {
  const texts = new Map<string, string>();
  for (const { id, text } of passages) {
    texts.set(documentOf(id), `${texts.get(documentOf(id)) ?? ''}\n${text}`);
  }
  return passages.filter(({ id }) =>
    codes.every((code) => texts.get(documentOf(id))?.includes(code)),
  );
}

function documentOf(id: string): string {
  return id.slice(0, id.lastIndexOf('/'));
}

function sentencesIn(passages: readonly Passage[]): readonly Sentence[] {
  return passages.flatMap((passage, rank) => {
    let before: ReadonlySet<string> = new Set();
    return sentencesOf(passage.text).map((text) => {
      const sentence = { passage, rank, text, terms: new Set(termsOf(text)), before };
      before = sentence.terms;
      return sentence;
    });
  });
}

/** What is asked about; every value is of the type, so its name tells nothing. */
function wantedTerms(
  asked: string,
  type: ValueType | null,
  sentences: readonly Sentence[],
): ReadonlyMap<string, number> {
  const rarity = rarityAmong(sentences.map(({ terms }) => [...terms]));
  const [name] = termsOf(type ?? '');
  const telling = words(asked).filter((word) => !onlyAsks(word));
  const terms = termsOf(telling.join(' ')).filter((term) => term !== name);
  return new Map(terms.map((term) => [term, rarity(term)]));
}

function coverageOf(wanted: ReadonlyMap<string, number>, { terms, before }: Sentence): number {
  return coverage(wanted, (term) => (terms.has(term) ? 1 : before.has(term) ? CONTEXT_SHARE : 0));
}

function overlap(wanted: ReadonlyMap<string, number>, sentence: Sentence, least: number): number {
  const share = coverageOf(wanted, sentence);
  return share < least ? 0 : share;
}

function prose(sentence: string): string | null {
  const isProse = sentence.split(/\s+/).length >= LEAST_PROSE_WORDS && /[.;:!?"”)]$/.test(sentence);
  return isProse ? sentence : null;
}

/** The value of the type nearest to a word of the question. */
function nearestValue(
  { text }: Sentence,
  type: ValueType,
  wanted: ReadonlyMap<string, number>,
): string | null {
  const places = [...text.matchAll(/[\p{L}\p{N}]+/gu)]
    .filter(([word]) => termsOf(word).some((term) => wanted.has(term)))
    .map(({ index }) => index);
  const distance = ({ range }: Value) =>
    Math.min(...places.map((place) => distanceFrom(text, place, range)), text.length * 2);
  const [nearest] = findValues(text, type)
    // Who holds a role is not the role itself.
    .filter(({ range }) => type !== 'party' || !places.some((place) => isWithin(place, range)))
    .toSorted((a, b) => distance(a) - distance(b));
  return nearest === undefined ? null : text.slice(...nearest.range);
}

/** A label stands before its value; a term in quotes or brackets after what it defines. */
function distanceFrom(text: string, place: number, [start, end]: CharacterRange): number {
  const isDefinition = /[("“„«]\s*(?:\p{Ll}+\s+["“„«]?)?$/u.test(text.slice(0, place));
  if (place < start) return isDefinition ? text.length * 2 : start - place;
  return (place - end + 1) * (isDefinition ? 1 : 2);
}

function isWithin(index: number, [start, end]: CharacterRange): boolean {
  return index >= start && index < end;
}

function shortened(sentence: string): string {
  if (sentence.length <= LONGEST_ANSWER) return sentence;
  const cut = sentence.lastIndexOf(' ', LONGEST_ANSWER);
  return sentence.slice(0, cut > 0 ? cut : LONGEST_ANSWER);
}
