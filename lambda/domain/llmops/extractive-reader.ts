import { findInstructions } from '../rails/injection.ts';
import type { AnswerReply } from './answer-steps.ts';
import type { ClauseTopic } from './clause-topic.ts';
import { askedTopic, topicStrength } from './clause-topics.ts';
import { asksToCompareTotals, compareTotals, totalIn } from './compared-totals.ts';
import {
  documentOf,
  documentsBearing,
  namedCodes,
  withoutCodes,
  withoutDocument,
} from './named-codes.ts';
import { headingLevel } from './heading.ts';
import { expectedValue, findExpectedValue } from './question-type.ts';
import { askedRole, findRoleHolder } from './role-holder.ts';
import { sentencesOf } from '../text/sentences.ts';
import { contentWords, stem, words } from '../text/words.ts';

export interface Passage {
  readonly id: string;
  readonly text: string;
}

interface Candidate {
  readonly passage: Passage;
  readonly sentence: string;
  readonly value: string | null;
  readonly score: number;
  readonly coverage: number;
}

/** Below this weighted share of the question's words a sentence is no evidence: the reader abstains. */
const LEAST_COVERAGE = 0.45;

/** The total of a document is the one at its most telling label, not the first that is printed. */
const ASKS_TOTAL =
  /\b(?:what (?:is|was) the|how much is the) (?:invoice |order |grand |gross )?total(?: amount| sum| due)?\b(?! (?:liab|number))/i;

/** Who asks for a person or company; a sentence without a name is no answer. */
const ASKS_WHO = /^\s*(?:who|whom|wer|wen|qui[eé]n)\b/iu;
const NAME = /\p{Lu}[\p{L}.'-]+ (?:(?:&|of|de|von) )?\p{Lu}[\p{L}.'-]+/u;

/** Shorter sentences are headings: they name a clause and say nothing of it. */
const LEAST_SENTENCE = 40;

/** Passages come best first: each place counts this much less. */
const RANK_DECAY = 0.05;

/** Topics whose answer is a value; of others the sentence says more than a number in it. */
const TYPED_TOPICS = new Set([
  'law',
  'renewal notice',
  'payment',
  'agreement date',
  'effective date',
]);

/** Words of the lines around a sentence (its heading, the label of its cell) count this much. */
const CONTEXT_SHARE = 0.5;

/** A quote is a sentence; a longer one is cut at a word. */
const LONGEST_ANSWER = 400;

/** Stems that ask for a value or point at the document; the value's form stands for them. */
const ASKING = new Set(
  `many much long day week month year date number amount allowed state stated say says said
  document documents give given tell according`
    .split(/\s+/)
    .map(stem),
);

const NO_ANSWER: AnswerReply = { answerable: false, answer: '', citations: [] };

/**
 * Answers from passages without a language model. Of a question about a clause it takes the sentence
 * that speaks most of the clause by the vocabulary of `clause-topics.ts`; of one about a role who
 * holds it; of one about totals the total, of two documents both; of any other the sentence that
 * shares most with the question, weighted by how rare each word is among the sentences, and of a
 * typed question (when, how much, how many days, which number) the value in it. Sentences that give instructions to a
 * reader are never evidence. Abstains when the evidence is weak or a number or code that the
 * question names stands nowhere. Deterministic.
 */
export function answerFromPassages(asked: {
  readonly question: string;
  readonly passages: readonly Passage[];
}): AnswerReply {
  const named = namedCodes(asked.question);
  const documents = new Set(asked.passages.map(({ id }) => documentOf(id)));
  const question = withoutDocument(asked.question);
  // The document that the question names first was chosen by who asks where it is the only one.
  const codes = documents.size === 1 ? namedCodes(question) : named;
  if (asksToCompareTotals(question, named)) {
    return compareTotals(asked.passages, named) ?? NO_ANSWER;
  }
  const passages = passagesAbout(asked.passages, codes);
  const role = askedRole(question);
  if (role !== null) return roleAnswer(passages, role) ?? NO_ANSWER;
  if (ASKS_TOTAL.test(question)) {
    const total = totalIn(passages);
    if (total !== null) return valueReply(total.written, total.chunk, total.quote);
  }
  const topic = askedTopic(question);
  const best =
    topic === null
      ? bestByWords(withoutCodes(question, named), passages)
      : bestByTopic(question, topic, passages);
  if (best === null) return NO_ANSWER;
  const quote = shortened(best.sentence);
  const answer = best.value !== null && quote.includes(best.value) ? best.value : quote;
  return valueReply(answer, best.passage.id, quote);
}

function valueReply(answer: string, chunk: string, quote: string): AnswerReply {
  return { answerable: true, answer, citations: [{ chunk, quote }] };
}

/** Chunks stand under their heading path (`Term > 2.1 Renewal`), which says nothing by itself. */
function isHeading(sentence: string): boolean {
  return (
    sentence.length < LEAST_SENTENCE || / > /.test(sentence) || headingLevel(sentence) !== null
  );
}

function roleAnswer(passages: readonly Passage[], role: string): AnswerReply | null {
  for (const { id, text } of passages) {
    const found = findRoleHolder(text, role);
    if (found === null || findInstructions(found.quote).length > 0) continue;
    return valueReply(found.name, id, found.quote);
  }
  return null;
}

/** The sentence that speaks most of the topic; of equals the one in the better passage. */
function bestByTopic(
  question: string,
  topic: ClauseTopic,
  passages: readonly Passage[],
): Candidate | null {
  const expected =
    TYPED_TOPICS.has(topic.name) || /^how /i.test(question) ? expectedValue(question) : null;
  const terms = askedTerms(question);
  let best: Candidate | null = null;
  for (const [rank, passage] of passages.entries()) {
    for (const sentence of sentencesOf(passage.text)) {
      if (isHeading(sentence) || findInstructions(sentence).length > 0) continue;
      const strength = topicStrength(topic, sentence);
      if (strength === 0) continue;
      const value = expected === null ? null : findExpectedValue(sentence, expected, terms);
      if (expected === 'date' && value === null) continue;
      const fits = expected === null || value !== null ? 1 : 0.5;
      const score = (strength * fits) / (1 + rank * RANK_DECAY);
      if (score > (best?.score ?? 0)) best = { passage, sentence, value, score, coverage: 1 };
    }
  }
  return best;
}

function bestByWords(question: string, passages: readonly Passage[]): Candidate | null {
  const expected = expectedValue(question);
  const isWho = ASKS_WHO.test(question);
  const terms = askedTerms(question);
  const lists = passages.map((passage) => ({ passage, sentences: sentencesOf(passage.text) }));
  const weights = rarity(
    terms,
    lists.flatMap(({ sentences }) => sentences),
  );
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  let best: Candidate | null = null;
  for (const [rank, { passage, sentences }] of lists.entries()) {
    for (const [at, sentence] of sentences.entries()) {
      if (findInstructions(sentence).length > 0) continue;
      if (isWho && !NAME.test(sentence)) continue;
      const own = new Set(words(sentence).map(stem));
      const around = new Set(
        words(sentences[at - 1] ?? '')
          .slice(-30)
          .map(stem),
      );
      let covered = 0;
      for (const [term, weight] of weights) {
        if (own.has(term)) covered += weight;
        else if (around.has(term)) covered += weight * CONTEXT_SHARE;
      }
      const value = expected === null ? null : findExpectedValue(sentence, expected, terms);
      const coverage = total === 0 ? 0 : covered / total;
      const fits = expected === null ? 1 : value === null ? 0.3 : 1.3;
      const score = (coverage * fits) / (1 + rank * 0.02);
      if (own.size > 1 && score > (best?.score ?? 0)) {
        best = { passage, sentence, value, score, coverage };
      }
    }
  }
  if (best === null || best.coverage < LEAST_COVERAGE) return null;
  return expected !== null && best.value === null ? null : best;
}

/** Stems of what a question is about; the words that only ask for a kind of value say nothing. */
function askedTerms(question: string): readonly string[] {
  const all = [...new Set(contentWords(question).map(stem))];
  const telling = all.filter((term) => !ASKING.has(term));
  return telling.length > 0 ? telling : all;
}

/** ln(1 + sentences / sentences with the term): what every sentence says does not tell them apart. */
function rarity(
  terms: readonly string[],
  sentences: readonly string[],
): ReadonlyMap<string, number> {
  const stems = sentences.map((sentence) => new Set(words(sentence).map(stem)));
  return new Map(
    terms.map((term) => {
      const count = stems.filter((one) => one.has(term)).length;
      return [term, Math.log(1 + sentences.length / Math.max(count, 0.5))];
    }),
  );
}

function passagesAbout(passages: readonly Passage[], codes: readonly string[]): readonly Passage[] {
  if (codes.length === 0) return passages;
  const about = new Set(codes.flatMap((code) => [...documentsBearing(passages, code)]));
  return passages.filter(({ id }) => about.has(documentOf(id)));
}

function shortened(sentence: string): string {
  if (sentence.length <= LONGEST_ANSWER) return sentence;
  const cut = sentence.lastIndexOf(' ', LONGEST_ANSWER);
  return sentence.slice(0, cut > 0 ? cut : LONGEST_ANSWER);
}
