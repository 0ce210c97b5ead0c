import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import guardrailPolicy from '../config/guardrail.json' with { type: 'json' };
import { features, gates, training } from '../config/gates.ts';
import type { Taxonomy } from '../config/schema.ts';
import { answerSchema } from '../lambda/domain/llmops/answer-record.ts';
import type { DocumentFrequencies } from '../lambda/domain/llmops/hashed-embedding.ts';
import type { QueryExpansion } from '../lambda/domain/llmops/query-expansion.ts';
import { workerParser } from '../lambda/adapters/parser/parser.ts';
import type { AnswerStep, Flows } from '../lambda/flows.ts';
import type { LanguageModel, Limits, Ports } from '../lambda/ports.ts';
import { fileArtefacts } from './adapters/artefacts.ts';
import { fileAudit } from './adapters/audit.ts';
import { treeClassifier } from './adapters/classifier.ts';
import { fileDocuments } from './adapters/documents.ts';
import { hashedEmbedder } from './adapters/embedder.ts';
import { fileFeatures } from './adapters/features.ts';
import { policyGuardrail } from './adapters/guardrail.ts';
import { memoryMetrics } from './adapters/metrics.ts';
import { artefactModels } from './adapters/models.ts';
import { filePrompts } from './adapters/prompts.ts';
import { sqliteRecords } from './adapters/records.ts';
import { tesseractText } from './adapters/text.ts';
import { gradientBoostingTrainer } from './adapters/trainer.ts';
import { sqliteVectors } from './adapters/vectors.ts';
import { createFlow, type Flow } from './flow-runner.ts';
import type { Settings } from './settings.ts';
import { answerTasks, documentTasks } from './tasks.ts';

const OCR_WORKERS = 2;
const ANSWER_STEPS: readonly AnswerStep[] = [
  'llmops-guard-input',
  'llmops-retrieve-chunks',
  'llmops-render-prompt',
  'llmops-generate-answer',
  'llmops-guard-output',
  'llmops-record-answer',
];

/** The stores and engines that live as long as the process; they know no taxonomy yet. */
export interface Store {
  readonly ports: StorePorts;
  close(): Promise<void>;
}
type StorePorts = Omit<
  Ports,
  'taxonomy' | 'embedder' | 'languageModel' | 'limits' | 'queryExpansion'
>;

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
  const ports: StorePorts = {
    documents: fileDocuments({ directory: folder('documents') }),
    artefacts,
    records,
    parser,
    text,
    vectors,
    guardrail: policyGuardrail(guardrailPolicy),
    prompts: filePrompts({ directory: join(options.root, 'config', 'prompts') }),
    features: fileFeatures({ directory: folder('features') }),
    classifier: treeClassifier({ models: modelRegistry }),
    trainer: gradientBoostingTrainer(training),
    models: modelRegistry,
    audit: fileAudit({ directory: folder('audit'), now }),
    metrics: memoryMetrics(),
    now,
    newId: randomUUID,
    rag: profile.rag,
    gates,
    ingestion: profile.ingestion,
    prices,
    catalogue: models,
    featureSettings: features,
  };
  return {
    ports,
    async close() {
      await Promise.all([text.close(), parser.close()]);
      records.close();
      vectors.close();
    },
  };
}

/** The whole product on this machine: every port, both flows, on the same state machine files. */
export interface Platform {
  readonly ports: Ports;
  readonly flows: Flows;
  readonly documentFlow: Flow;
}

export function openPlatform(options: {
  readonly root: string;
  readonly store: Store;
  readonly settings: Settings;
  readonly taxonomy: Taxonomy;
  readonly languageModel: LanguageModel;
  readonly limits: Limits;
  /** Word statistics that weigh the embedding; null before the documents were read. */
  readonly statistics: DocumentFrequencies | null;
  /** What the training corpus's clauses taught; null where there were none. */
  readonly expansion: QueryExpansion | null;
}): Platform {
  const { root, store, statistics } = options;
  const ports: Ports = {
    ...store.ports,
    taxonomy: options.taxonomy,
    languageModel: options.languageModel,
    limits: options.limits,
    embedder: hashedEmbedder(statistics === null ? {} : { statistics }),
    queryExpansion: options.expansion,
  };
  const documentFlow = createFlow(flowText(root, 'document-flow'), documentTasks(ports));
  const answerFlow = createFlow(flowText(root, 'answer-flow'), answerTasks(ports));
  const sides = { mlops: true, llmops: true };
  return {
    ports,
    documentFlow,
    flows: {
      async startDocumentFlow({ tenant, documentId }) {
        void documentFlow.run({ tenant, documentId, sides }).catch((error: unknown) => {
          console.error(`document flow of ${documentId} failed:`, error);
        });
      },
      async answerQuestion(question, onStep) {
        const onTask = (name: string) => {
          const step = ANSWER_STEPS.find((known) => known === name);
          if (step !== undefined) onStep?.(step);
        };
        return answerSchema.parse(await answerFlow.run(question, { onTask }));
      },
    },
  };
}

function flowText(root: string, name: string): string {
  return readFileSync(join(root, 'lib', 'orchestration', 'flows', `${name}.asl.json`), 'utf8');
}
