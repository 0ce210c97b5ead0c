import type { Taxonomy } from '../../config/schema.ts';
import { taxonomy as configured } from '../../config/taxonomy.ts';
import { documentChunks } from '../../lambda/domain/llmops/retrieval/document-chunks.ts';
import {
  type DocumentFrequencies,
  learnDocumentFrequencies,
} from '../../lambda/domain/llmops/retrieval/hashed-embedding.ts';
import {
  learnExpansion,
  type QueryExpansion,
} from '../../lambda/domain/llmops/retrieval/query-expansion.ts';
import { storeExpansion } from '../../lambda/domain/llmops/retrieval/stored-expansion.ts';
import type { ArtefactPath, Artefacts } from '../../lambda/store-ports.ts';
import { extractiveLanguageModel } from '../adapters/language-model.ts';
import { contentHash } from '../../lambda/content-hash.ts';
import { corpusTaxonomy } from '../corpus/corpus-taxonomy.ts';
import { openPlatform, type Store } from '../platform.ts';
import type { Settings } from '../settings.ts';
import { sidesOf } from '../sides.ts';
import { unlimited } from '../unlimited.ts';
import { clauseTraining } from './clause-training.ts';
import type { RunPlan, RunRequest } from './plan-run.ts';
import { type ReadCorpus, readDocuments } from './read-documents.ts';

/** What the run knows before any document goes through the flow. */
export interface Learned {
  readonly corpus: ReadCorpus;
  /** Id in the training corpus → documentId, of those that were read. */
  readonly trainingIds: ReadonlyMap<string, string>;
  readonly taxonomy: Taxonomy;
  readonly statistics: DocumentFrequencies;
  readonly statisticsPath: ArtefactPath<'statistics'>;
  readonly expansion: QueryExpansion | null;
  readonly expansionPath: ArtefactPath<'expansion'> | null;
}

/**
 * Reads the corpora, then learns what needs no model: unlabelled word statistics of all texts, the
 * taxonomy and the query expansion of the training documents.
 */
export async function prepareLearning(
  request: RunRequest,
  settings: Settings,
  plan: RunPlan,
  store: Store,
): Promise<Learned> {
  const platform = openPlatform({
    root: request.root,
    store,
    settings,
    taxonomy: configured,
    configuration: plan.configuration,
    languageModel: extractiveLanguageModel(),
    limits: unlimited,
    sides: sidesOf(request.sides),
    statistics: null,
    expansion: null,
  });
  const read = (tenant: string, title: string, documents: RunPlan['train']) =>
    readDocuments(
      {
        tenant,
        title,
        ports: platform.ports,
        progress: request.progress,
        signal: request.signal ?? new AbortController().signal,
      },
      documents,
    );
  const corpus = await read(plan.tenant, 'Read documents', plan.corpus.documents);
  const training =
    plan.trainingCorpus === plan.corpus
      ? corpus
      : await read(plan.trainingTenant, 'Read training documents', plan.train);
  const texts = new Map(training.read.map(({ id, text }) => [id, text]));
  const taxonomy = await corpusTaxonomy(
    plan.trainingCorpus,
    plan.train,
    async ({ id }) => texts.get(id) ?? null,
  );
  const { rag } = await platform.ports.configuration.current();
  // Chunks are what is searched: a word's weight is its rarity among them, not among documents.
  const statistics = learnDocumentFrequencies(
    corpus.read.flatMap(({ documentId, text }) =>
      documentChunks(documentId, text, rag).map((chunk) => chunk.text),
    ),
  );
  const statisticsPath = await storeJson(store.ports.artefacts, 'statistics', statistics);
  return {
    corpus,
    trainingIds: new Map(training.read.map(({ id, documentId }) => [id, documentId])),
    taxonomy,
    statistics,
    statisticsPath,
    ...(await learnClauses(request, settings, plan, store, { texts, taxonomy, statistics })),
  };
}

async function learnClauses(
  request: RunRequest,
  settings: Settings,
  plan: RunPlan,
  store: Store,
  known: {
    readonly texts: ReadonlyMap<string, string>;
    readonly taxonomy: Taxonomy;
    readonly statistics: DocumentFrequencies;
  },
): Promise<Pick<Learned, 'expansion' | 'expansionPath'>> {
  const training = clauseTraining(plan.train, known.texts, plan.trainingCorpus.clauseQuestions);
  if (training === null || !request.sides.includes('llmops')) {
    return { expansion: null, expansionPath: null };
  }
  const { ports } = openPlatform({
    ...known,
    root: request.root,
    store,
    settings,
    languageModel: extractiveLanguageModel(),
    limits: unlimited,
    sides: sidesOf(request.sides),
    expansion: null,
  });
  const expansion = await learnExpansion(ports)(training);
  return { expansion, expansionPath: await storeExpansion(ports.artefacts, expansion) };
}

async function storeJson(
  artefacts: Artefacts,
  prefix: 'statistics',
  value: object,
): Promise<ArtefactPath<'statistics'>> {
  const path = `${prefix}/${contentHash(value).slice(0, 16)}.json` as const;
  const body = new TextEncoder().encode(JSON.stringify(value));
  if (!(await artefacts.has(path))) await artefacts.put(path, body, 'application/json');
  return path;
}
