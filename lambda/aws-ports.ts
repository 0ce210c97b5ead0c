import { gates as configuredGates, features as configuredFeatures } from '../config/gates.ts';
import { models as configuredModels } from '../config/models.ts';
import { prices as configuredPrices } from '../config/prices.ts';
import { releaseGates as configuredReleaseGates } from '../config/release-gates.ts';
import { ragSchema } from '../config/schema.ts';
import { taxonomy as configuredTaxonomy } from '../config/taxonomy.ts';
import { s3Artefacts } from './adapters/artefacts.ts';
import { s3Buckets } from './adapters/buckets.ts';
import { servingClassifier } from './adapters/classifier.ts';
import { s3Documents } from './adapters/documents.ts';
import { queuedDocumentFlow } from './adapters/intake/document-queue.ts';
import { s3DroppedObjects } from './adapters/intake/dropped-objects.ts';
import { s3UploadLinks } from './adapters/intake/upload-links.ts';
import { titanEmbedder } from './adapters/embedder.ts';
import { featureStoreFeatures } from './adapters/features.ts';
import { stepFunctionsAnswerFlow, stepFunctionsDocumentFlow } from './adapters/flows.ts';
import { bedrockGuardrail } from './adapters/guardrail.ts';
import { invocationLogging as bedrockInvocationLogging } from './adapters/invocation-logging.ts';
import { gatewayInLambda, roleLanguageModels } from './adapters/language-model/providers.ts';
import { embeddedMetrics } from './adapters/metrics.ts';
import { sageMakerPackages } from './adapters/model-registry/model-packages.ts';
import { pipelineStarters } from './adapters/model-registry/pipeline-starters.ts';
import { artefactModels, seedVersion } from './adapters/models.ts';
import { workerParser } from './adapters/parser/parser.ts';
import { s3Prompts } from './adapters/prompts.ts';
import { dynamoRecords } from './adapters/records.ts';
import { s3SealedLog } from './adapters/sealed-log.ts';
import { profileEndpoint } from './adapters/serving-endpoint.ts';
import { textractText } from './adapters/text.ts';
import { openSearchVectors } from './adapters/vectors.ts';
import { gatewayLanguageModel } from './domain/gateway/gateway-language-model.ts';
import { recordAudit } from './domain/governance/record-audit.ts';
import { recordLimits } from './domain/governance/record-limits.ts';
import { recordReleases } from './domain/governance/release/record-releases.ts';
import { servedConfiguration } from './domain/governance/release/served-configuration.ts';
import { loadExpansion } from './domain/llmops/retrieval/stored-expansion.ts';
import * as env from './env.ts';
import { lazily } from './lazily.ts';

/**
 * Every port on AWS, made at its first use: one maker an action where its environment is its own
 * (`flows.start` → `flowsStart`, `languageModel:answer` → `languageModelAnswer`), else one a port. The
 * build writes each function's entry with the makers of what its step touches and no others.
 */
export const documents = /* @__PURE__ */ lazily(() => s3Documents(env.documentsEnv()));
export const artefacts = /* @__PURE__ */ lazily(() => s3Artefacts(env.artefactsEnv()));
export const records = /* @__PURE__ */ lazily(() => dynamoRecords(env.recordsEnv()));
export const parser = /* @__PURE__ */ lazily(() =>
  workerParser({ directory: import.meta.dirname }),
);
export const text = /* @__PURE__ */ lazily(() => textractText(env.documentsEnv()));
export const embedder = /* @__PURE__ */ lazily(() => titanEmbedder(env.embedderEnv()));
export const vectors = /* @__PURE__ */ lazily(() =>
  openSearchVectors({ ...env.vectorsEnv(), credentials: env.signingEnv }),
);
export const languageModelAnswer = /* @__PURE__ */ lazily(() => gateway(env.answerModelEnv()));
export const languageModelDocument = /* @__PURE__ */ lazily(() => gateway(env.documentModelEnv()));
export const guardrail = /* @__PURE__ */ lazily(() =>
  bedrockGuardrail({ configuration: configuration() }),
);
export const prompts = /* @__PURE__ */ lazily(() => s3Prompts(env.promptsEnv()));
export const features = /* @__PURE__ */ lazily(() => featureStoreFeatures(env.featuresEnv()));
export const models = /* @__PURE__ */ lazily(() =>
  artefactModels({
    get artefacts() {
      return artefacts();
    },
    get records() {
      return records();
    },
    now: Date.now,
  }),
);
export const classifier = /* @__PURE__ */ lazily(() =>
  servingClassifier({ ...env.servingEnv(), models: models() }),
);
/** Milliseconds: what a roll-back may take to reach a function, against one small read of the table. */
const RELEASE_CACHE_MS = 30_000;
export const configuration = /* @__PURE__ */ lazily(() =>
  servedConfiguration({
    releases: releases(),
    readRag: (rag) => ragSchema().parse(rag),
    now: Date.now,
    cacheMs: RELEASE_CACHE_MS,
  }),
);
export const releases = /* @__PURE__ */ lazily(() =>
  recordReleases({ artefacts: artefacts(), records: records() }),
);
export const limits = /* @__PURE__ */ lazily(() =>
  recordLimits(records(), env.quotasEnv().quotas, Date.now),
);
export const audit = /* @__PURE__ */ lazily(() => recordAudit({ records: records() }));
export const metrics = /* @__PURE__ */ lazily(() => embeddedMetrics(env.metricsEnv()));
export const queryExpansion = /* @__PURE__ */ lazily(() => {
  /** Kept so long: `strata expansion publish` names another one while functions run. */
  const keptMs = 600_000;
  let read: { readonly atMs: number; readonly expansion: ReturnType<typeof loadExpansion> } | null =
    null;
  return {
    current(model: string) {
      if (read !== null && Date.now() - read.atMs < keptMs) return read.expansion;
      const expansion = loadExpansion(artefacts(), model).catch((error: unknown) => {
        read = null;
        throw error;
      });
      read = { atMs: Date.now(), expansion };
      return expansion;
    },
  };
});
export const flowsStart = /* @__PURE__ */ lazily(() =>
  queuedDocumentFlow({
    ...env.documentQueueEnv(),
    ...env.endpointEnv(),
    credentials: async () => env.signingEnv(),
  }),
);
export const flowsFollow = /* @__PURE__ */ lazily(() =>
  stepFunctionsDocumentFlow(env.documentFlowEnv()),
);
export const flowsAwait = /* @__PURE__ */ lazily(() =>
  stepFunctionsAnswerFlow(env.answerFlowEnv()),
);
export const dropped = /* @__PURE__ */ lazily(() => s3DroppedObjects(env.documentsEnv()));
export const uploadLinks = /* @__PURE__ */ lazily(() =>
  s3UploadLinks({ ...env.documentsEnv(), ...env.endpointEnv(), credentials: env.signingEnv }),
);
export const sealed = /* @__PURE__ */ lazily(() => s3SealedLog(env.auditEnv()));
export const packages = /* @__PURE__ */ lazily(() => ({
  ...sageMakerPackages(pipelineStarters(env.signingEnv)),
  seedVersion: () => seedVersion(artefacts()),
}));
export const endpoint = /* @__PURE__ */ lazily(() => profileEndpoint(env.deploymentEnv()));
export const buckets = /* @__PURE__ */ lazily(() => s3Buckets());
export const invocationLogging = /* @__PURE__ */ lazily(() =>
  bedrockInvocationLogging(env.signingEnv()),
);

export const taxonomy = () => configuredTaxonomy;
export const gates = () => configuredGates;
export const releaseGates = () => configuredReleaseGates;
export const prices = () => configuredPrices;
export const catalogue = () => configuredModels;
export const featureSettings = () => configuredFeatures;
/** The function that answers has two minutes; its record is closed within five. */
export const answerTime = () => ({ longestMs: 180_000 });
export const reader = () => configuredModels.answer.id;
export const ingestion = /* @__PURE__ */ lazily(() => env.ingestionEnv().ingestion);
export const approvals = /* @__PURE__ */ lazily(() => env.approvalsEnv().approvals);
export const costs = /* @__PURE__ */ lazily(() => ({
  prices: configuredPrices,
  models: configuredModels,
  profile: env.costsEnv().costProfile,
}));
export const console = /* @__PURE__ */ lazily(() => {
  const { environment, sides } = env.settingsEnv();
  return { env: environment, sides };
});

function gateway(role: Parameters<typeof roleLanguageModels>[0]) {
  return gatewayLanguageModel({
    ...gatewayInLambda,
    models: roleLanguageModels(role),
    documents: documents(),
  });
}
