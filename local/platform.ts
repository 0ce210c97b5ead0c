import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { features, gates, training } from '../config/gates.ts';
import { releaseGates } from '../config/release-gates.ts';
import type { Taxonomy } from '../config/schema.ts';
import { workerParser } from '../lambda/adapters/parser/parser.ts';
import type { DocumentReference } from '../lambda/domain/document/document.ts';
import { failDocument } from '../lambda/domain/document/intake/fail-document.ts';
import { recordAudit } from '../lambda/domain/governance/record-audit.ts';
import { recordReleases } from '../lambda/domain/governance/release/record-releases.ts';
import { answerSchema } from '../lambda/domain/llmops/answer/answer-steps.ts';
import type { DocumentFrequencies } from '../lambda/domain/llmops/retrieval/hashed-embedding.ts';
import type { QueryExpansion } from '../lambda/domain/llmops/retrieval/query-expansion.ts';
import type { Again, FlowQuestion, Watched } from '../lambda/flow-ports.ts';
import type { Sides } from '../lambda/flow/join-flow.ts';
import type { Configurations } from '../lambda/release-ports.ts';
import type { OutcomeLog } from '../lambda/outcome.ts';
import type { LanguageModel, Limits, Ports } from '../lambda/ports.ts';
import { bindFlows } from './bind-flows.ts';
import { fileArtefacts } from './adapters/artefacts.ts';
import { treeClassifier } from './adapters/classifier.ts';
import { fileDocuments } from './adapters/documents.ts';
import { hashedEmbedder } from './adapters/embedder.ts';
import { fileFeatures } from './adapters/features.ts';
import { releasedGuardrail } from './adapters/guardrail.ts';
import { memoryMetrics } from './adapters/metrics.ts';
import { artefactModels } from './adapters/models.ts';
import type { RecordChanges } from './adapters/record-changes.ts';
import { sqliteRecords } from './adapters/records.ts';
import { fileSealedLog } from './adapters/sealed-log.ts';
import { tesseractText } from './adapters/text.ts';
import { gradientBoostingTrainer } from './adapters/trainer.ts';
import { sqliteVectors } from './adapters/vectors.ts';
import { fileOutcomeLog } from './outcome-log.ts';
import { fileInbox, type Inbox } from './events/inbox.ts';
import { type Arrivals, arrivalsOn, queuedOn, readersOn, scheduledOn } from './events/listeners.ts';
import { type RecordStream, recordStream } from './events/record-stream.ts';
import { type Schedules, schedules } from './events/schedules.ts';
import { followedFlow } from './adapters/flows.ts';
import { workingConfiguration } from './release/serving.ts';
import type { Settings } from './settings.ts';

const OCR_WORKERS = 2;
/** Three calls of a model that is given a quarter of an hour each. */
const LONGEST_ANSWER_MS = 2_700_000;

/** What AWS alone has. */
type OnlyOnAws = 'prompts' | 'packages' | 'endpoint' | 'buckets' | 'invocationLogging';
/** What differs between the compositions on one store. */
type Composed =
  | 'taxonomy'
  | 'configuration'
  | 'guardrail'
  | 'embedder'
  | 'languageModel'
  | 'reader'
  | 'limits'
  | 'queryExpansion'
  | 'flows'
  | 'console';
export type LocalPorts = Omit<Ports, OnlyOnAws>;

/** The stores and engines that live as long as the process; they know no taxonomy yet. */
export interface Store {
  readonly ports: Omit<LocalPorts, Composed>;
  readonly changes: RecordChanges;
  readonly inbox: Inbox;
  readonly log: OutcomeLog;
  close(): Promise<void>;
}

export function openStore(options: {
  readonly root: string;
  readonly stateDirectory: string;
  readonly settings: Settings;
}): Store {
  const folder = (name: string) => join(options.stateDirectory, name);
  const now = () => Date.now();
  const { profile, models, prices } = options.settings;
  const records = sqliteRecords({ directory: folder('records'), now });
  const artefacts = fileArtefacts({ directory: folder('artefacts') });
  const vectors = sqliteVectors({ directory: folder('vectors') });
  const parser = workerParser({ directory: join(options.root, 'dist', 'parser') });
  const text = tesseractText({ workers: OCR_WORKERS, parser });
  const modelRegistry = artefactModels({ artefacts, records, now });
  const inbox = fileInbox({ directory: folder('incoming'), now });
  return {
    ports: {
      documents: fileDocuments({ directory: folder('documents') }),
      artefacts,
      records,
      dropped: inbox,
      uploadLinks: inbox,
      parser,
      text,
      vectors,
      features: fileFeatures({ directory: folder('features') }),
      classifier: treeClassifier({ models: modelRegistry }),
      trainer: gradientBoostingTrainer(training),
      models: modelRegistry,
      releases: recordReleases({ artefacts, records }),
      audit: recordAudit({ records }),
      sealed: fileSealedLog({ directory: folder('sealed') }),
      metrics: memoryMetrics(),
      now,
      newId: randomUUID,
      gates,
      releaseGates,
      approvals: profile.approvals,
      ingestion: profile.ingestion,
      prices,
      catalogue: models,
      featureSettings: features,
      costs: { prices, models, profile },
      answerTime: { longestMs: LONGEST_ANSWER_MS },
    },
    changes: records,
    inbox,
    log: fileOutcomeLog(folder('log.jsonl'), now),
    async close() {
      await Promise.all([text.close(), parser.close()]);
      records.close();
      vectors.close();
    },
  };
}

export interface PlatformOptions {
  readonly root: string;
  readonly store: Store;
  readonly settings: Settings;
  readonly taxonomy: Taxonomy;
  /** @default what `config/` says, released or not */
  readonly configuration?: Configurations;
  readonly languageModel: LanguageModel;
  readonly limits: Limits;
  readonly sides: Sides;
  /** Word statistics that weigh the embedding; null before the documents were read. */
  readonly statistics: DocumentFrequencies | null;
  /** What the training corpus's clauses taught; null where there were none. */
  readonly expansion: QueryExpansion | null;
}

/** The whole product on this machine: every port, both flows, on the texts that AWS runs. */
export interface Platform {
  readonly ports: LocalPorts;
  /** Runs the document flow to its end. */
  processDocument(
    document: DocumentReference,
    options?: { readonly signal?: AbortSignal },
  ): Promise<void>;
  /** What a write of a record starts: sealing, judging again. */
  readonly stream: RecordStream;
  /** What time starts. */
  readonly schedules: Schedules;
  /** What a file in the drop folder starts. */
  readonly arrivals: Arrivals;
  /** When nothing is running that an event started. */
  settled(): Promise<void>;
}

export function openPlatform(options: PlatformOptions): Platform {
  const { store, statistics, languageModel, expansion, sides, root, settings } = options;
  const configuration = options.configuration ?? workingConfiguration(root, settings);
  const embedder = hashedEmbedder(statistics === null ? {} : { statistics });
  const told = { log: store.log, now: store.ports.now };
  const runFlow = async (
    document: DocumentReference,
    { attempt, known }: Pick<Again, 'attempt' | 'known'>,
    given = {},
  ) => {
    await documentFlow.run({ ...document, attempt, known, sides }, given);
  };
  const started = queuedOn(() => ports, told, options.settings.profile.quotas.documentsAtOnce);
  const followed = followedFlow({ run: runFlow, onFailed: (end) => failDocument(ports)(end) });
  const answer = async (question: FlowQuestion, { onTask, release, left }: Watched = {}) => {
    const ended = await answerFlow.run(question, {
      given: { release, left },
      onEvent: ({ kind, state, type }) => {
        if (kind === 'entered' && type === 'Task') onTask?.(state);
      },
    });
    return answerSchema().parse(ended);
  };
  const ports: LocalPorts = {
    ...store.ports,
    taxonomy: options.taxonomy,
    configuration,
    guardrail: releasedGuardrail(configuration),
    languageModel,
    reader: languageModel.reader,
    limits: options.limits,
    embedder,
    queryExpansion: {
      current: async (model) => (expansion?.embedder === model ? expansion : null),
    },
    console: { env: 'laptop', sides },
    flows: {
      startDocumentFlow: started.startDocumentFlow,
      followDocumentFlow: followed.followDocumentFlow,
      awaitAnswer: answer,
      runAnswer: answer,
    },
  };
  const [documentFlow, answerFlow] = bindFlows({ root, log: store.log }, ports);
  const stream = recordStream(store.changes, readersOn(ports), told);
  const arrivals = arrivalsOn(ports, told);
  return {
    ports,
    processDocument: (document, given) => runFlow(document, { attempt: 0, known: {} }, given),
    stream,
    schedules: schedules(scheduledOn(ports), told),
    arrivals,
    async settled() {
      await arrivals.settled();
      await started.settled();
      await stream.settled();
    },
  };
}
