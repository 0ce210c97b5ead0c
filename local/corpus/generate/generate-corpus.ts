import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { taxonomy } from '../../../config/taxonomy.ts';
import { InvalidInputError } from '../../../lambda/errors.ts';
import { foreignDocuments } from '../foreign/foreign-corpus.ts';
import { isPlanned, planCorpus, type PlannedDocument } from './plan.ts';
import { type AskedDocument, chooseQuestions } from './questions.ts';
import { renderDocument } from './render/render-document.ts';
import { clauseQuestions } from './wording/general-clauses.ts';
import { writeDocument } from './write-document.ts';

export interface GenerateCorpusRequest {
  /** At least 12: one a category. */
  readonly documents: number;
  readonly seed: number;
  /** Made new; an earlier generated corpus in its place is replaced, anything else is an error. */
  readonly directory: string;
  /** Called after each document. */
  readonly onProgress?: () => void;
  /** Keep what an equal request made before. */
  readonly reuse?: boolean;
  /**
   * `foreign`: the stress set, which another generator writes in other layouts, wordings and firms;
   * models are scored on it, none is trained on it.
   * @default 'own'
   */
  readonly style?: CorpusStyle;
}
export type CorpusStyle = 'own' | 'foreign';

/** Raised whenever the same request would give other bytes. */
const GENERATOR_VERSION = 7;

const generatorSchema = z.looseObject({
  generator: z.looseObject({ version: z.number(), documents: z.number(), seed: z.number() }),
});

/**
 * Writes a labelled corpus in the open format (docs/corpus.md). The same request gives the same
 * bytes on every machine. Documents go to disk one by one; the folder appears when all is written.
 * @throws InvalidInputError where the folder holds something else
 */
export async function generateCorpus(request: GenerateCorpusRequest): Promise<void> {
  const { directory, documents, seed, style = 'own' } = request;
  const numbered = { version: GENERATOR_VERSION, documents, seed };
  const generator = style === 'own' ? numbered : { ...numbered, style };
  const existing = await inspect(directory);
  if (request.reuse === true && JSON.stringify(existing) === JSON.stringify(generator)) return;
  const partial = `${directory}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(join(partial, 'documents'), { recursive: true });
  const labels: object[] = [];
  const asked: AskedDocument[] = [];
  if (style === 'foreign') labels.push(...writeForeign(request, partial));
  for (const planned of style === 'own' ? planCorpus(documents, seed) : []) {
    const written = await writeOne(planned, request, partial);
    labels.push(written.label);
    asked.push(written.asked);
    request.onProgress?.();
  }
  const questions = chooseQuestions(asked, seed);
  writeFileSync(join(partial, 'labels.jsonl'), jsonLines(labels));
  writeFileSync(join(partial, 'questions.jsonl'), jsonLines(questions));
  const settings = {
    name: 'techcorp',
    description: 'Generated business documents of imagined companies; no real person or company.',
    licence: 'Apache-2.0',
    categories: taxonomy.categories.map((category) => category.name),
    fields: taxonomy.fields.map((field) => field.name),
    clauseQuestions,
    generator,
  };
  writeFileSync(join(partial, 'corpus.json'), `${JSON.stringify(settings, null, 2)}\n`);
  rmSync(directory, { recursive: true, force: true });
  renameSync(partial, directory);
}

async function writeOne(
  planned: PlannedDocument,
  { seed, documents }: GenerateCorpusRequest,
  root: string,
): Promise<{ readonly label: object; readonly asked: AskedDocument }> {
  const draft = writeDocument(planned, seed, isPlanned(planned.deal, 'purchase-order', documents));
  const { bytes, extension, printed } = await renderDocument(planned, draft, seed);
  const file = `documents/${planned.id}.${extension}`;
  writeFileSync(join(root, file), bytes);
  const { id, category, deal } = planned;
  const { fields, compliance, contains } = draft;
  const clauses: Record<string, string[]> = {};
  for (const block of draft.blocks) {
    if (block.kind !== 'paragraph' || block.clause === undefined) continue;
    const span = printed(block.text);
    if (span !== null) (clauses[block.clause] ??= []).push(span);
  }
  const questions = draft.questions.map((question) => ({
    ...question,
    evidence: question.evidence.flatMap((text) => printed(text) ?? []),
  }));
  return {
    label: { id, file, category, fields, clauses, compliance, contains },
    asked: { id, category, deal, fields, questions },
  };
}

function writeForeign(
  { documents, seed, onProgress }: GenerateCorpusRequest,
  root: string,
): object[] {
  return Array.from(foreignDocuments(documents, seed), (document) => {
    const { id, category, extension, bytes, fields } = document;
    const file = `documents/${id}.${extension}`;
    writeFileSync(join(root, file), bytes);
    onProgress?.();
    return { id, file, category, fields };
  });
}

/** What made the folder; null where it is new or empty. */
async function inspect(directory: string): Promise<object | null> {
  if (!existsSync(directory) || (await readdir(directory)).length === 0) return null;
  const settings = join(directory, 'corpus.json');
  if (existsSync(settings)) {
    const parsed = generatorSchema.safeParse(JSON.parse(readFileSync(settings, 'utf8')));
    if (parsed.success) return parsed.data.generator;
  }
  throw new InvalidInputError(
    `the folder for a generated corpus must be new, empty or an earlier one, got ${directory}; name another`,
  );
}

function jsonLines(values: readonly object[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}
