import type { Ports } from '../lambda/ports.ts';
import { checkCompliance } from '../lambda/handlers/check-compliance.ts';
import { choosePrimary } from '../lambda/handlers/choose-primary.ts';
import { compareSides } from '../lambda/handlers/compare-sides.ts';
import { describeDocument } from '../lambda/handlers/describe-document.ts';
import { llmopsChunkDocument } from '../lambda/handlers/llmops-chunk-document.ts';
import { llmopsClassifyDocument } from '../lambda/handlers/llmops-classify-document.ts';
import { llmopsEmbedChunks } from '../lambda/handlers/llmops-embed-chunks.ts';
import { llmopsExtractFields } from '../lambda/handlers/llmops-extract-fields.ts';
import { llmopsGenerateAnswer } from '../lambda/handlers/llmops-generate-answer.ts';
import { llmopsGuardInput } from '../lambda/handlers/llmops-guard-input.ts';
import { llmopsGuardOutput } from '../lambda/handlers/llmops-guard-output.ts';
import { llmopsIndexChunks } from '../lambda/handlers/llmops-index-chunks.ts';
import { llmopsRecordAnswer } from '../lambda/handlers/llmops-record-answer.ts';
import { llmopsRenderPrompt } from '../lambda/handlers/llmops-render-prompt.ts';
import { llmopsRetrieveChunks } from '../lambda/handlers/llmops-retrieve-chunks.ts';
import { llmopsVerifyFields } from '../lambda/handlers/llmops-verify-fields.ts';
import { mlopsClassifyDocument } from '../lambda/handlers/mlops-classify-document.ts';
import { mlopsExtractFields } from '../lambda/handlers/mlops-extract-fields.ts';
import { mlopsFeaturiseDocument } from '../lambda/handlers/mlops-featurise-document.ts';
import { quarantineDocument } from '../lambda/handlers/quarantine-document.ts';
import { readDocument } from '../lambda/handlers/read-document.ts';
import { recordDocument } from '../lambda/handlers/record-document.ts';
import type { FlowTask } from './flow-runner.ts';

/** State name → handler, for the document flow. */
export function documentTasks(ports: Ports): Readonly<Record<string, FlowTask>> {
  return {
    'read-document': readDocument(ports),
    'quarantine-document': quarantineDocument(ports),
    'describe-document': describeDocument(ports),
    'mlops-featurise-document': mlopsFeaturiseDocument(ports),
    'mlops-classify-document': mlopsClassifyDocument(ports),
    'mlops-extract-fields': mlopsExtractFields(ports),
    'llmops-chunk-document': llmopsChunkDocument(ports),
    'llmops-embed-chunks': llmopsEmbedChunks(ports),
    'llmops-index-chunks': llmopsIndexChunks(ports),
    'llmops-classify-document': llmopsClassifyDocument(ports),
    'llmops-extract-fields': llmopsExtractFields(ports),
    'llmops-verify-fields': llmopsVerifyFields(ports),
    'check-compliance': checkCompliance(ports),
    'compare-sides': compareSides(ports),
    'choose-primary': choosePrimary(ports),
    'record-document': recordDocument(ports),
  };
}

/** State name → handler, for the answer flow. */
export function answerTasks(ports: Ports): Readonly<Record<string, FlowTask>> {
  return {
    'llmops-guard-input': llmopsGuardInput(ports),
    'llmops-retrieve-chunks': llmopsRetrieveChunks(ports),
    'llmops-render-prompt': llmopsRenderPrompt(ports),
    'llmops-generate-answer': llmopsGenerateAnswer(ports),
    'llmops-guard-output': llmopsGuardOutput(ports),
    'llmops-record-answer': llmopsRecordAnswer(ports),
  };
}
