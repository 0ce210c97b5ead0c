import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { taxonomy } from '../../config/taxonomy.ts';
import { learnExpansion } from '../../lambda/domain/llmops/retrieval/query-expansion.ts';
import { storeExpansion } from '../../lambda/domain/llmops/retrieval/stored-expansion.ts';
import { InvalidInputError } from '../../lambda/errors.ts';
import type { Embedder } from '../../lambda/ports.ts';
import type { ArtefactsWrite } from '../../lambda/store-ports.ts';
import { extractiveLanguageModel } from '../adapters/language-model.ts';
import { readCorpus } from '../corpus/read-corpus.ts';
import { openPlatform, openStore } from '../platform.ts';
import { loadSettings, type Program } from '../settings.ts';
import { unlimited } from '../unlimited.ts';
import { clauseTraining } from './clause-training.ts';
import type { Progress } from './progress.ts';
import { readDocuments } from './read-documents.ts';

export interface PublishedExpansion {
  readonly path: string;
  /** Clause → how many marked spans it was learned from. */
  readonly clauses: Readonly<Record<string, number>>;
}

/**
 * Learns from a labelled corpus how people ask for clauses, in the vectors of another platform's embedder,
 * and makes it the expansion that platform retrieves with. Documents that the corpus keeps for scoring
 * (`split: test`) are left out.
 * @throws InvalidInputError for a corpus that marks no clause
 */
export async function publishExpansion(options: {
  readonly program: Program;
  readonly corpus: string;
  readonly progress: Progress;
  readonly embedder: Embedder;
  readonly artefacts: ArtefactsWrite<'expansion'>;
}): Promise<PublishedExpansion> {
  const corpus = await readCorpus(options.corpus);
  const documents = corpus.documents.filter(({ split }) => split !== 'test');
  const texts = await textsOf(options, documents);
  const training = clauseTraining(documents, texts, corpus.clauseQuestions);
  if (training === null) {
    throw new InvalidInputError(
      `a corpus must mark clauses for retrieval to learn from, ${corpus.name} marks none; see docs/corpus.md`,
    );
  }
  const expansion = await options.progress.stage('Learn clauses', null, () =>
    learnExpansion({ embedder: options.embedder })(training),
  );
  const path = await storeExpansion(options.artefacts, expansion);
  const clauses = Object.entries(expansion.clauses).map(([name, { spans }]) => [name, spans]);
  return { path, clauses: Object.fromEntries(clauses) };
}

/** Text by id, read as the document flow reads. */
async function textsOf(
  { program, progress }: { readonly program: Program; readonly progress: Progress },
  documents: Parameters<typeof readDocuments>[1],
): Promise<ReadonlyMap<string, string>> {
  const settings = loadSettings(program);
  const stateDirectory = mkdtempSync(join(tmpdir(), 'strata-expansion-'));
  const store = openStore({ root: program.root, stateDirectory, settings });
  try {
    const { ports } = openPlatform({
      root: program.root,
      store,
      settings,
      taxonomy,
      languageModel: extractiveLanguageModel(),
      limits: unlimited,
      sides: { mlops: false, llmops: true },
      statistics: null,
      expansion: null,
    });
    const { signal } = new AbortController();
    const title = 'Read documents';
    const { read } = await readDocuments(
      { tenant: 'expansion', title, ports, progress, signal },
      documents,
    );
    return new Map(read.map(({ id, text }) => [id, text]));
  } finally {
    await store.close();
    rmSync(stateDirectory, { recursive: true, force: true });
  }
}
