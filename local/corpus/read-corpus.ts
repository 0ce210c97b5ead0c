import { createHash, type Hash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { InvalidInputError } from '../../lambda/errors.ts';
import { concurrently } from '../concurrently.ts';
import type { Corpus, CorpusDocument, CorpusQuestion } from './corpus.ts';
import {
  type Label,
  type Line,
  labelSchema,
  parseCorpusFile,
  parseLines,
  questionSchema,
  refuse,
} from './corpus-files.ts';
import { compareText, listDocumentFiles, resolveInside } from './corpus-paths.ts';

type FoundDocument = Omit<CorpusDocument, 'contentHash'>;

/** Files hashed at once; more does not help, the disk is one. */
const HASHED_AT_ONCE = 8;

/**
 * Reads a folder as a corpus (docs/corpus.md).
 * 1. `corpus.json`, `labels.jsonl` and `questions.jsonl` are checked where they exist.
 * 2. Every label's file becomes a document; files that no label names become unlabelled ones.
 * 3. The contents are hashed.
 * @throws InvalidInputError naming file and line of every mistake
 */
export async function readCorpus(directory: string): Promise<Corpus> {
  const root = resolve(directory);
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new InvalidInputError(
      `a corpus must be a folder of documents, got ${directory}; create it or name another`,
    );
  }
  const settings = parseCorpusFile(contentOf(root, 'corpus.json') || '{}');
  const labels = parseLines(contentOf(root, 'labels.jsonl'), 'labels.jsonl', labelSchema);
  const found = findDocuments(root, labels, settings.categories ?? null);
  if (found.length === 0) {
    throw new InvalidInputError(`a corpus must hold documents, ${directory} has none; add files`);
  }
  const documents = await concurrently(found, HASHED_AT_ONCE, async (document) => ({
    ...document,
    contentHash: await hashFile(document.path),
  }));
  return {
    name: settings.name ?? basename(root),
    licence: settings.licence ?? null,
    root,
    documents,
    questions: readQuestions(root, documents),
    clauseQuestions: settings.clauseQuestions ?? {},
    categories: settings.categories ?? namesOf(documents, (one) => [one.category ?? '']),
    fields: settings.fields ?? namesOf(documents, (one) => Object.keys(one.fields ?? {})),
    hash: hashCorpus(root, documents),
  };
}

function findDocuments(
  root: string,
  labels: readonly Line<Label>[],
  categories: readonly string[] | null,
): FoundDocument[] {
  const mistakes: string[] = [];
  const taken = new Set<string>();
  const documents: FoundDocument[] = [];
  for (const { number, value: label } of labels) {
    const place = `labels.jsonl line ${number}`;
    const paths: string[] = [];
    for (const file of [label.file, label.pdf, label.image]) {
      if (file === undefined) continue;
      const resolved = resolveInside(root, file);
      if ('mistake' in resolved) mistakes.push(`${place}: ${resolved.mistake}`);
      else paths.push(resolved.path);
    }
    if (label.category && categories && !categories.includes(label.category)) {
      mistakes.push(`${place}: category "${label.category}" must be one of corpus.json's`);
    }
    const twice = paths.find((path) => taken.has(path));
    if (twice !== undefined) {
      mistakes.push(`${place}: "${relative(root, twice)}" must belong to one line only`);
    }
    for (const path of paths) taken.add(path);
    const [path, ...renditions] = paths;
    if (path !== undefined) documents.push(labelledDocument(label, path, renditions));
  }
  refuse(mistakes);
  const ids = new Set(documents.map((document) => document.id));
  for (const file of listDocumentFiles(root)) {
    const path = resolve(root, file);
    if (taken.has(path)) continue;
    if (ids.has(file)) mistakes.push(`labels.jsonl: id "${file}" is the path of another document`);
    documents.push(unlabelledDocument(file, path));
  }
  refuse(mistakes);
  return documents.sort((a, b) => compareText(a.id, b.id));
}

function labelledDocument(label: Label, path: string, renditions: string[]): FoundDocument {
  const given = Object.entries(label.fields ?? {}).flatMap(([name, value]) =>
    value === null || value.length === 0 ? [] : [[name, value] as const],
  );
  return {
    id: label.id,
    path,
    renditions,
    labelled: true,
    category: label.category ?? null,
    fields: label.fields ? Object.fromEntries(given) : null,
    clauses: label.clauses ?? {},
    split: label.split ?? null,
  };
}

function unlabelledDocument(id: string, path: string): FoundDocument {
  const nothing = { category: null, fields: null, clauses: {}, split: null };
  return { id, path, renditions: [], labelled: false, ...nothing };
}

function readQuestions(root: string, documents: readonly CorpusDocument[]): CorpusQuestion[] {
  const file = 'questions.jsonl';
  const ids = new Set(documents.map((document) => document.id));
  const mistakes: string[] = [];
  const questions = parseLines(contentOf(root, file), file, questionSchema).map((line) => {
    const { number, value } = line;
    const about = value.documents ?? (value.document ? [value.document] : []);
    for (const id of about) {
      if (!ids.has(id)) mistakes.push(`${file} line ${number}: document "${id}" must exist`);
    }
    const answerable = value.answerable ?? true;
    return {
      id: value.id,
      kind: value.kind ?? 'other',
      question: value.question,
      documents: about,
      clause: value.clause ?? null,
      answer: answerable ? (value.answer ?? null) : null,
      evidence: value.evidence ?? [],
      answerable,
    };
  });
  refuse(mistakes);
  return questions;
}

function namesOf(
  documents: readonly CorpusDocument[],
  of: (document: CorpusDocument) => readonly string[],
): string[] | null {
  const names = new Set(documents.flatMap(of).filter((name) => name !== ''));
  return names.size === 0 ? null : [...names].sort(compareText);
}

function hashCorpus(root: string, documents: readonly CorpusDocument[]): string {
  const hash = createHash('sha256');
  for (const file of ['corpus.json', 'labels.jsonl', 'questions.jsonl']) {
    addPart(hash, contentOf(root, file));
  }
  for (const { id, path, contentHash } of documents) {
    addPart(hash, `${id}\n${relative(root, path).replaceAll('\\', '/')}\n${contentHash}`);
  }
  return hash.digest('hex');
}

/** Length first, so that no two lists of parts run together into the same bytes. */
function addPart(hash: Hash, part: string): void {
  hash.update(`${part.length}\n`).update(part);
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

function contentOf(root: string, file: string): string {
  const path = join(root, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
