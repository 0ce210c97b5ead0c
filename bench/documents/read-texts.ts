import { join } from 'node:path';
import { taxonomy } from '../../config/taxonomy.ts';
import { extractiveLanguageModel } from '../../local/adapters/language-model.ts';
import type { Corpus, CorpusDocument } from '../../local/corpus/corpus.ts';
import { openPlatform, openStore } from '../../local/platform.ts';
import { silentProgress } from '../../local/run/progress.ts';
import { readDocuments } from '../../local/run/read-documents.ts';
import { loadSettings } from '../../local/settings.ts';
import { unlimited } from '../../local/unlimited.ts';

export interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly category: string;
  readonly fields: NonNullable<CorpusDocument['fields']>;
}

/** Labelled documents with their text, read as a run reads them; what was read is kept. */
export async function readLabelled(
  corpus: Corpus,
  { root, cache }: { readonly root: string; readonly cache: string },
): Promise<Labelled[]> {
  const settings = loadSettings({ root, codeHash: 'bench' });
  const store = openStore({ root, stateDirectory: join(cache, 'state'), settings });
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
  const documents = new Map(corpus.documents.map((document) => [document.id, document]));
  return read.flatMap(({ id, text }) => {
    const document = documents.get(id);
    if (document === undefined || document.category === null || text === '') return [];
    return [{ id, text, category: document.category, fields: document.fields ?? {} }];
  });
}
