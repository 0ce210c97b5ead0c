import { findInstructions } from '../governance/injection.ts';
import type { AnswerReply } from './answer-steps.ts';
import { expectedValue, findExpectedValue } from './question-type.ts';
import { sentencesOf } from './sentences.ts';
import { contentWords, stem, words } from './words.ts';

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
 * Answers from passages without a language model: takes the sentence that shares most with the
 * question, weighted by how rare each word is among the sentences, and of a typed question (when,
 * how much, how many days, which number) the value in it. Sentences that give instructions to a
 * reader are never evidence. Abstains when the evidence is weak or a number or code that the
 * question names stands nowhere. Deterministic.
 */
export function answerFromPassages(asked: {
  readonly question: string;
  readonly passages: readonly Passage[];
}): AnswerReply {
  const named = namedCodes(asked.question);
  const passages = passagesAbout(asked.passages, named);
  if (passages.length === 0) return NO_ANSWER;
  const best = bestCandidate(withoutCodes(asked.question, named), passages);
  if (best === null || best.coverage < LEAST_COVERAGE) return NO_ANSWER;
  const quote = shortened(best.sentence);
  const answer = best.value !== null && quote.includes(best.value) ? best.value : quote;
  return { answerable: true, answer, citations: [{ chunk: best.passage.id, quote }] };
}

function bestCandidate(question: string, passages: readonly Passage[]): Candidate | null {
  const expected = expectedValue(question);
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
  if (best !== null && expected !== null && best.value === null) return null;
  return best;
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

/** Codes such as `INV-2024-001`: a question that names one is about the documents that hold it. */
function namedCodes(question: string): readonly string[] {
  return (question.match(/\b(?=[\w/-]*\d)(?=[\w/-]*[A-Z])[\w/-]{4,}\b/g) ?? []).map((code) =>
    code.toLowerCase(),
  );
}

/** What names the document does not have to stand in the sentence that answers. */
function withoutCodes(question: string, codes: readonly string[]): string {
  return codes.reduce((rest, code) => rest.replace(new RegExp(code, 'gi'), ' '), question);
}

function passagesAbout(passages: readonly Passage[], codes: readonly string[]): readonly Passage[] {
  if (codes.length === 0) return passages;
  const documentOf = (id: string) => id.slice(0, id.lastIndexOf('/'));
  const about = new Set(
    passages
      .filter(({ text }) => codes.some((code) => text.toLowerCase().includes(code)))
      .map(({ id }) => documentOf(id)),
  );
  return passages.filter(({ id }) => about.has(documentOf(id)));
}

function shortened(sentence: string): string {
  if (sentence.length <= LONGEST_ANSWER) return sentence;
  const cut = sentence.lastIndexOf(' ', LONGEST_ANSWER);
  return sentence.slice(0, cut > 0 ? cut : LONGEST_ANSWER);
}
