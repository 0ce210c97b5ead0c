import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { InvalidInputError } from '../../lambda/errors.ts';
import type { Side } from '../../lambda/domain/document/document.ts';
import type { Configurations } from '../../lambda/release-ports.ts';
import { contentHash } from '../../lambda/content-hash.ts';
import type { Corpus, CorpusDocument } from '../corpus/corpus.ts';
import { generateCorpus } from '../corpus/generate/generate-corpus.ts';
import { readCorpus } from '../corpus/read-corpus.ts';
import { splitCorpus } from '../corpus/split-corpus.ts';
import { type ReaderChoice, readerName } from '../reader.ts';
import type { Program, Settings } from '../settings.ts';
import type { Progress } from './progress.ts';

/** What trains where a corpus has no labels and no `--train` is given: a generated one. */
const SUBSTITUTE_DOCUMENTS = 240;
const GENERATOR_SEED = 1;

export interface RunRequest extends Program {
  /** `.strata`. */
  readonly stateDirectory: string;
  /** Null: the generated corpus. */
  readonly corpusDirectory: string | null;
  readonly trainDirectory: string | null;
  readonly generatedDocuments: number;
  readonly sides: readonly Side[];
  readonly seed: number;
  /** Only so many documents go through the flow; null: all. */
  readonly sample: number | null;
  readonly outDirectory: string;
  /** The release of the LLM side that is run, by a stage or the beginning of its id. @default live */
  readonly release?: string | undefined;
  readonly reader: ReaderChoice;
  readonly progress: Progress;
  /** Settles when the report's page is built; it is built while documents are read. */
  readonly pageReady: Promise<unknown>;
  readonly signal?: AbortSignal;
}

export interface RunPlan {
  /** Names everything that decides the run's results: the same key, the same report. */
  readonly key: string;
  /** The release that the LLM side runs with. */
  readonly configuration: Configurations;
  readonly corpus: Corpus;
  readonly trainingCorpus: Corpus;
  readonly train: readonly CorpusDocument[];
  /** Empty where no document is labelled. */
  readonly scored: ReadonlySet<string>;
  /** Ids of the documents that go through the flow. */
  readonly processed: ReadonlySet<string>;
  /** Documents, records and vectors of this corpus live under this tenant. */
  readonly tenant: string;
  /** The same as `tenant` where one corpus is split. */
  readonly trainingTenant: string;
}

/** Reads or makes the corpora and decides who learns and who is scored. */
export async function planRun(
  request: RunRequest,
  settings: Settings,
  configuration: Configurations,
): Promise<RunPlan> {
  // What the user named comes first: a mistake there must not wait for a generated corpus.
  const given = request.trainDirectory === null ? null : await readCorpus(request.trainDirectory);
  const corpus = await openCorpus(request, request.corpusDirectory, request.generatedDocuments);
  const split = splitCorpus({ corpus, train: given, seed: request.seed });
  const substitute =
    split.trainingCorpus === null ? await openCorpus(request, null, SUBSTITUTE_DOCUMENTS) : null;
  if (substitute !== null) {
    request.progress.note(
      `"${corpus.name}" has no labels: the classical side learns from a generated corpus, ` +
        'quality is not measured; --train DIR names a better one',
    );
  }
  const trainingCorpus = split.trainingCorpus ?? substitute ?? corpus;
  const train = substitute === null ? split.train : substitute.documents;
  if (request.sides.includes('mlops')) requireCategories(trainingCorpus.name, train);
  const tenant = tenantOf(corpus);
  const all = corpus.documents.map(({ id }) => id);
  const scored = split.scored.map(({ id }) => id);
  const sampled = scored.length > 0 ? scored : all;
  const { sample, seed } = request;
  const processed = new Set(sample === null ? all : sampleOf(sampled, sample, seed));
  const { release } = await configuration.current();
  return {
    key: keyOf(request, { ...settings, release }, { corpus, trainingCorpus }),
    configuration,
    corpus,
    trainingCorpus,
    train,
    scored: new Set(scored.filter((id) => processed.has(id))),
    processed,
    tenant,
    trainingTenant: trainingCorpus === corpus ? tenant : `${tenantOf(trainingCorpus)}-train`,
  };
}

/** As many of them, the same for the same seed, in their order. */
function sampleOf(ids: readonly string[], count: number, seed: number): readonly string[] {
  const order = (id: string) => createHash('sha256').update(`${seed}\n${id}`).digest('hex');
  const chosen = new Set([...ids].sort((a, b) => (order(a) < order(b) ? -1 : 1)).slice(0, count));
  return ids.filter((id) => chosen.has(id));
}

/** Known before anything is read: hours of OCR must not end here. */
function requireCategories(name: string, train: readonly CorpusDocument[]): void {
  const count = new Set(train.flatMap(({ category }) => category ?? [])).size;
  if (count >= 2) return;
  throw new InvalidInputError(
    `the classical side learns from labelled documents of at least 2 categories, "${name}" has ` +
      `${count} to learn from; label more, give --train DIR, or leave it out: --sides llmops`,
  );
}

async function openCorpus(
  { stateDirectory, progress }: RunRequest,
  directory: string | null,
  documents: number,
): Promise<Corpus> {
  if (directory !== null) return readCorpus(directory);
  const made = join(stateDirectory, 'corpus', `${documents}-${GENERATOR_SEED}`);
  await progress.stage('Make corpus', documents, async (tick) => {
    let written = 0;
    await generateCorpus({
      documents,
      seed: GENERATOR_SEED,
      directory: made,
      reuse: true,
      onProgress: () => {
        written += 1;
        tick();
      },
    });
    tick(documents - written);
  });
  return readCorpus(made);
}

/** Names folders and files on every platform. */
function tenantOf(corpus: Corpus): string {
  const name = corpus.name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, 24)
    .replace(/-$/, '');
  return `${name || 'corpus'}-${createHash('sha256').update(corpus.root).digest('hex').slice(0, 8)}`;
}

function keyOf(
  request: RunRequest,
  settings: Settings & { readonly release: string },
  { corpus, trainingCorpus: train }: Pick<RunPlan, 'corpus' | 'trainingCorpus'>,
): string {
  const { sides, seed, sample, reader } = request;
  return contentHash({
    corpus: [corpus.root, corpus.hash],
    train: [train.root, train.hash],
    sides,
    seed,
    sample,
    reader: readerName(reader),
    settings: settings.hash,
    release: settings.release,
    code: settings.codeHash,
  }).slice(0, 16);
}
