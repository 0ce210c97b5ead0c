import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { taxonomy } from '../../config/taxonomy.ts';
import { extractiveLanguageModel } from '../../local/adapters/language-model.ts';
import { readCorpus } from '../../local/corpus/read-corpus.ts';
import { openPlatform, openStore } from '../../local/platform.ts';
import { silentProgress } from '../../local/run/progress.ts';
import { readDocuments } from '../../local/run/read-documents.ts';
import { loadSettings } from '../../local/settings.ts';
import { unlimited } from '../../local/unlimited.ts';
import type { BenchQuestion } from './bench-question.ts';
import { indexTexts } from './index-texts.ts';

const kindSchema = z.object({ id: z.string(), kind: z.string() });

/** The golden questions of a corpus in the open format, asked as a run asks them. */
export async function generatedQuestions(
  root: string,
  directory: string,
  stateDirectory: string,
): Promise<readonly BenchQuestion[]> {
  const corpus = await readCorpus(directory);
  const documents = await readAll({ root, corpus, stateDirectory });
  const index = await indexTexts(documents);
  const kinds = new Map(
    readFileSync(join(directory, 'questions.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => kindSchema.parse(JSON.parse(line)))
      .map(({ id, kind }) => [id, kind]),
  );
  const asked: BenchQuestion[] = [];
  for (const golden of corpus.questions) {
    const { id, question, documents: about, evidence, answer, answerable } = golden;
    const documentId = about.length === 1 ? (about[0] ?? null) : null;
    const found = await index.find({ question, documentId }, null);
    const kind = kinds.get(id) ?? 'golden';
    asked.push({ id, kind, question, ...found, spans: evidence, value: answer, answerable });
  }
  index.close();
  return asked;
}

async function readAll(request: {
  readonly root: string;
  readonly corpus: Awaited<ReturnType<typeof readCorpus>>;
  readonly stateDirectory: string;
}) {
  const { root, corpus, stateDirectory } = request;
  const settings = loadSettings({ root, codeHash: 'bench' });
  const store = openStore({ root, stateDirectory, settings });
  const { ports } = openPlatform({
    root,
    store,
    settings,
    taxonomy,
    languageModel: extractiveLanguageModel(),
    limits: unlimited,
    sides: { mlops: true, llmops: true },
    statistics: null,
    expansion: null,
  });
  const signal = new AbortController().signal;
  const reading = { tenant: 'bench', title: 'Read', ports, progress: silentProgress, signal };
  const { read } = await readDocuments(reading, corpus.documents);
  await store.close();
  return read;
}
