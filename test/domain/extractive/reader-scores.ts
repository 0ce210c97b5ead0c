import { indexTexts } from '../../../bench/answers/index-texts.ts';
import { judge } from '../../../bench/answers/judge.ts';
import { type FieldType, sameValue } from '../../../lambda/domain/document/normalise-value.ts';
import type { FieldValue } from '../../../lambda/domain/document/document.ts';
import { answerFromPassages } from '../../../lambda/domain/extractive/answer.ts';
import { classifyExtractively } from '../../../lambda/domain/extractive/classify.ts';
import { extractExtractively } from '../../../lambda/domain/extractive/extract.ts';
import { learnExpansion } from '../../../lambda/domain/llmops/retrieval/query-expansion.ts';
import type { Naming } from './naming.ts';

export interface LabelledText {
  readonly id: string;
  readonly text: string;
  readonly category: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Clause → marked spans, verbatim. */
  readonly clauses: Readonly<Record<string, readonly string[]>>;
}
export interface Sample {
  readonly train: readonly LabelledText[];
  readonly scored: readonly LabelledText[];
}

const EXCERPT_CHARACTERS = 1_000;
const HEAD_CHARACTERS = 6_000;
/** Characters of a clause's span from which it is learned and asked for. */
const LEAST_SPAN = 20;

/** What reads: the product's, or one that a test plants. */
export interface Reader {
  readonly classify: typeof classifyExtractively;
  readonly extract: typeof extractExtractively;
}
export const READER: Reader = { classify: classifyExtractively, extract: extractExtractively };

/**
 * Shares of categories, fields and clauses that the reader has right where it is told the names that
 * `nameOf` gives. What retrieval found for a clause is the same under every name.
 */
export async function readerScores(
  { train, scored }: Sample,
  naming: Naming,
  nameOf = (name: string) => name,
  reader = READER,
) {
  const named = {
    train: train.map((one) => underNames(one, nameOf)),
    scored: scored.map((one) => underNames(one, nameOf)),
  };
  return {
    categories: categoryScore(named, naming, reader),
    fields: fieldScore(named.scored, naming, reader),
    clauses: await clauseScore({ train, scored }, naming, nameOf),
  };
}

function underNames(one: LabelledText, nameOf: (name: string) => string): LabelledText {
  const keys = <T>(all: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(all).map(([name, value]) => [nameOf(name), value]));
  return {
    ...one,
    category: nameOf(one.category),
    fields: keys(one.fields),
    clauses: keys(one.clauses),
  };
}

function categoryScore({ train, scored }: Sample, { categories }: Naming, reader: Reader) {
  const examples = categories.flatMap(({ name }) => {
    const first = train.find(({ category }) => category === name);
    return first === undefined
      ? []
      : [{ category: name, excerpt: first.text.slice(0, EXCERPT_CHARACTERS) }];
  });
  const right = scored.filter(({ text, category }) => {
    const document = text.slice(0, HEAD_CHARACTERS);
    return reader.classify({ categories, examples, document })[0]?.category === category;
  });
  return right.length / scored.length;
}

function fieldScore(scored: readonly LabelledText[], { fields }: Naming, reader: Reader) {
  const types = new Map<string, FieldType>(fields.map(({ name, type }) => [name, type]));
  const outcomes = scored.flatMap((one) => {
    const found = reader.extract({ fields, document: one.text });
    return Object.entries(one.fields).map(([name, gold]) => {
      const value = found[name]?.value;
      return value !== undefined && sameValue(value, gold, types.get(name));
    });
  });
  return outcomes.filter(Boolean).length / outcomes.length;
}

async function clauseScore(
  { train, scored }: Sample,
  naming: Naming,
  nameOf: (name: string) => string,
): Promise<number> {
  const index = await indexTexts(scored);
  const asked = (clause: string) => naming.clauses[nameOf(clause)];
  const spans: Record<string, string[]> = {};
  for (const one of train) {
    for (const [name, marked] of Object.entries(one.clauses)) {
      (spans[name] ??= []).push(...marked.filter((span) => span.length > LEAST_SPAN));
    }
  }
  const questions = Object.fromEntries(
    Object.keys(spans).flatMap((name) => {
      const question = asked(name);
      return question === undefined ? [] : [[name, question]];
    }),
  );
  const expansion = await learnExpansion(index)({ spans, questions });
  const outcomes: boolean[] = [];
  for (const { id, clauses: marked } of scored) {
    for (const [clause, gold] of Object.entries(marked)) {
      const question = asked(clause);
      if (question === undefined || gold.every((span) => span.length <= LEAST_SPAN)) continue;
      const query = { question: `${clause}. ${question}`, documentId: id };
      const found = await index.find(query, expansion);
      const told = `${nameOf(clause)}. ${question}`;
      const reply = answerFromPassages({ ...found, question: told, isInstruction: () => false });
      const golden = { id, kind: clause, question: told, value: null, answerable: true };
      outcomes.push(judge({ ...golden, ...found, spans: gold }, reply).isRight);
    }
  }
  index.close();
  return outcomes.filter(Boolean).length / outcomes.length;
}
