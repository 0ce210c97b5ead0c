import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { seededRandom } from '../../lambda/domain/features/random.ts';

export interface LabelledDocument {
  readonly id: string;
  readonly category: string;
  readonly text: string;
  readonly clauses: Readonly<Record<string, readonly string[]>>;
}

export interface ClauseQuestion {
  readonly documentId: string;
  readonly clause: string;
  /** The clause's name and the corpus's question. */
  readonly question: string;
  /** The question alone. */
  readonly unnamed: string;
  /** Ranges of the source text; covering one of them is a hit. */
  readonly targets: readonly (readonly [number, number])[];
}

const corpusSchema = z.object({ clauseQuestions: z.record(z.string(), z.string()) });
const labelSchema = z.object({
  id: z.string(),
  file: z.string(),
  category: z.string(),
  clauses: z.record(z.string(), z.array(z.string())).optional(),
});

/** Set aside by the task: they are read from the first page, not retrieved. */
const NOT_ASKED = new Set(['Document Name', 'Parties']);
const LEAST_SPAN = 20;
/** A hit covers this much of a span's beginning. */
const TARGET_LENGTH = 120;

export function readCorpus(directory: string): {
  readonly documents: readonly LabelledDocument[];
  readonly clauseQuestions: Readonly<Record<string, string>>;
} {
  const { clauseQuestions } = corpusSchema.parse(
    JSON.parse(readFileSync(join(directory, 'corpus.json'), 'utf8')),
  );
  const documents = readFileSync(join(directory, 'labels.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const label = labelSchema.parse(JSON.parse(line));
      const text = readFileSync(join(directory, label.file), 'utf8');
      return { id: label.id, category: label.category, text, clauses: label.clauses ?? {} };
    });
  return { documents, clauseQuestions };
}

/** One question a document and clause that has a marked span which stands in the text. */
export function clauseQuestionsOf(
  document: LabelledDocument,
  clauseQuestions: Readonly<Record<string, string>>,
): readonly ClauseQuestion[] {
  return Object.entries(document.clauses).flatMap(([clause, spans]) => {
    const question = clauseQuestions[clause];
    if (question === undefined || NOT_ASKED.has(clause)) return [];
    const targets = spans.flatMap((span) => locate(document.text, span));
    if (targets.length === 0) return [];
    const asked = { question: `${clause}. ${question}`, unnamed: question };
    return [{ documentId: document.id, clause, ...asked, targets }];
  });
}

/** Marked spans of the documents by clause: what the expansion may learn from. */
export function spansByClause(
  documents: readonly LabelledDocument[],
): Readonly<Record<string, readonly string[]>> {
  const spans: Record<string, string[]> = {};
  for (const document of documents) {
    for (const [clause, texts] of Object.entries(document.clauses)) {
      if (NOT_ASKED.has(clause)) continue;
      const usable = texts.filter((text) => text.length > LEAST_SPAN);
      spans[clause] = [...(spans[clause] ?? []), ...usable];
    }
  }
  return spans;
}

/** Seeded split, stratified by category: the first 70 % of each shuffled category trains. */
export function split(documents: readonly LabelledDocument[], seed: number) {
  return divided(documents, seed, (at, count) => at >= Math.round(count * 0.7));
}

/** Part 1 to 5 of a cross-validation over documents, stratified by category: it is scored. */
export function fold(documents: readonly LabelledDocument[], part: number) {
  return divided(documents, 1, (at) => at % FOLDS === part - 1);
}

const FOLDS = 5;

function divided(
  documents: readonly LabelledDocument[],
  seed: number,
  isScored: (at: number, count: number) => boolean,
) {
  const random = seededRandom(seed);
  const categories = new Map<string, LabelledDocument[]>();
  for (const document of documents) {
    categories.set(document.category, [...(categories.get(document.category) ?? []), document]);
  }
  const train: LabelledDocument[] = [];
  const test: LabelledDocument[] = [];
  for (const category of [...categories.keys()].sort()) {
    const members = [...(categories.get(category) ?? [])];
    for (let at = members.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      const [a, b] = [members[at], members[other]];
      if (a !== undefined && b !== undefined) [members[at], members[other]] = [b, a];
    }
    for (const [at, document] of members.entries()) {
      (isScored(at, members.length) ? test : train).push(document);
    }
  }
  return { train, test };
}

function locate(text: string, span: string): readonly (readonly [number, number])[] {
  if (span.length <= LEAST_SPAN) return [];
  const searched = span.split('<omitted>')[0]?.trim() ?? '';
  const start = searched === '' ? -1 : text.indexOf(searched);
  return start < 0 ? [] : [[start, start + Math.min(TARGET_LENGTH, searched.length)]];
}
