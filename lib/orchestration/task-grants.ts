import type { DataStack } from '../data/data-stack.ts';
import type { GovernanceStack } from '../governance/governance-stack.ts';
import type { ModelStack } from '../model/model-stack.ts';
import type { StrataFunction } from '../shared/strata-function.ts';
import { ConfigurationError } from '../../lambda/errors.ts';
import { grantTextRecognition } from './text-recognition.ts';
import type { TextRecognition } from './text-recognition.ts';
import { grantMetrics, grantQuotas, grantRag } from './task-settings.ts';

/** What lower layers offer to tasks. */
export interface Lower {
  readonly data: DataStack;
  readonly model: ModelStack;
  readonly governance: GovernanceStack;
  readonly recognition: TextRecognition;
}
type Grant = (fn: StrataFunction, lower: Lower) => void;

const readDocuments: Grant = (fn, { data }) => data.documents.grantRead(fn);
const writeDocuments: Grant = (fn, { data }) => data.documents.grantReadWrite(fn);
const readRecords: Grant = (fn, { data }) => data.records.grantRead(fn);
const writeRecords: Grant = (fn, { data }) => data.records.grantReadWrite(fn);
const readArtefacts: Grant = (fn, { data }) => data.artefacts.grantRead(fn);
const search: Grant = (fn, { data }) => data.vectors?.grantSearch(fn);
const index: Grant = (fn, { data }) => data.vectors?.grantIndex(fn);
const readFeatures: Grant = (fn, { data }) => data.features?.grantRead(fn);
const writeFeatures: Grant = (fn, { data }) => data.features?.grantReadWrite(fn);
const embed: Grant = (fn, { model }) => model.llmops?.grantEmbed(fn);
const answerModel: Grant = (fn, { model }) => model.llmops?.grantAnswer(fn);
const documentModel: Grant = (fn, { model }) => model.llmops?.grantDocument(fn);
const score: Grant = (fn, { model }) => model.mlops?.serving.grantScore(fn);
const guard: Grant = (fn, { governance }) => governance.llmops?.guardrail.grantApply(fn);
const prompts: Grant = (fn, { governance }) => governance.llmops?.prompts.grantRead(fn);
const recognise: Grant = (fn, { recognition }) => grantTextRecognition(fn, recognition);
const rag: Grant = (fn) => grantRag(fn);
const metrics: Grant = (fn) => grantMetrics(fn);
const quotas: Grant = (fn) => grantQuotas(fn);

/** What each task may do: one line a state of the flows, and nothing that is not here. */
const GRANTS: Readonly<Record<string, readonly Grant[]>> = {
  'read-document': [writeDocuments, readRecords, recognise],
  'quarantine-document': [writeDocuments, writeRecords, metrics],
  'describe-document': [writeDocuments],
  'mlops-featurise-document': [readDocuments, readRecords, readArtefacts, writeFeatures],
  'mlops-classify-document': [readDocuments, readRecords, readFeatures, score],
  'mlops-extract-fields': [readDocuments, readRecords, readArtefacts],
  'llmops-chunk-document': [writeDocuments, rag],
  'llmops-embed-chunks': [writeDocuments, embed],
  'llmops-index-chunks': [readDocuments, embed, index],
  'llmops-classify-document': [writeDocuments, prompts, documentModel, rag],
  'llmops-extract-fields': [writeDocuments, search, prompts, documentModel, rag],
  'llmops-verify-fields': [readDocuments],
  'check-compliance': [readDocuments, writeRecords],
  'compare-sides': [readRecords],
  'choose-primary': [readRecords],
  'record-document': [writeRecords, metrics],
  'llmops-guard-input': [writeRecords, guard, quotas, metrics],
  'llmops-retrieve-chunks': [readDocuments, readArtefacts, embed, search, rag],
  'llmops-render-prompt': [writeDocuments, prompts, rag, metrics],
  'llmops-generate-answer': [writeDocuments, answerModel, rag, metrics],
  'llmops-guard-output': [writeDocuments, guard, metrics],
  'llmops-record-answer': [writeRecords, guard, answerModel, metrics],
};

/** @throws ConfigurationError for a state that has no line above */
export function grantTask(fn: StrataFunction, lower: Lower): void {
  const grants = GRANTS[fn.stem];
  if (!grants) {
    throw new ConfigurationError(
      `every task must have a line in lib/orchestration/task-grants.ts, ${fn.stem} has none`,
    );
  }
  for (const grant of grants) grant(fn, lower);
}

/** All that the answer flow's tasks may do: for the function that streams answers. */
export function grantAnswering(fn: StrataFunction, lower: Lower): void {
  const all: readonly Grant[] = [
    writeDocuments,
    writeRecords,
    readArtefacts,
    search,
    embed,
    answerModel,
    guard,
    prompts,
    rag,
    metrics,
    quotas,
  ];
  for (const grant of all) grant(fn, lower);
}
