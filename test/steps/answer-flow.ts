import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { answerFromRecords } from '../../lambda/domain/llmops/answer/answer-from-records.ts';
import { answerQuestion } from '../../lambda/domain/llmops/answer/answer-question.ts';
import type { Answer } from '../../lambda/domain/llmops/answer/answer.ts';
import { answerSchema } from '../../lambda/domain/llmops/answer/answer-steps.ts';
import { chunkDocument } from '../../lambda/domain/llmops/retrieval/chunk-document.ts';
import { closeRecord } from '../../lambda/domain/llmops/answer/close-record.ts';
import { embedChunks } from '../../lambda/domain/llmops/retrieval/embed-chunks.ts';
import { guardInput } from '../../lambda/domain/llmops/answer/guard-input.ts';
import { indexChunks } from '../../lambda/domain/llmops/retrieval/index-chunks.ts';
import { openRecord } from '../../lambda/domain/llmops/answer/open-record.ts';
import { planQuestion } from '../../lambda/domain/llmops/answer/plan-question.ts';
import { retrieveChunks } from '../../lambda/domain/llmops/retrieval/retrieve-chunks.ts';
import type { LanguageModelEvent } from '../../lambda/domain/gateway/language-model-exchange.ts';
import { bindFlow } from '../../lambda/flow/bind-flow.ts';
import { joinFlow } from '../../lambda/flow/join-flow.ts';
import type { Watched } from '../../lambda/flow-ports.ts';
import type { LanguageModel } from '../../lambda/ports.ts';
import { throughGateway } from '../domain/gateway/gateway-harness.ts';
import { inFlow } from '../fixtures/in-flow.ts';
import { type LlmopsPorts, storeText, TENANT } from './llmops-ports.ts';

const STEPS = [
  guardInput,
  planQuestion,
  retrieveChunks,
  openRecord,
  answerQuestion,
  answerFromRecords,
  closeRecord,
];
const FILE = readFileSync('lib/orchestration/flows/answer-flow.asl.json', 'utf8');

/** Puts a text into the index as document `d1`. */
export async function indexText(ports: LlmopsPorts, text: string): Promise<void> {
  await storeText(ports, 'd1', text);
  const event = { tenant: TENANT, documentId: 'd1' };
  await inFlow(chunkDocument)(ports)(event);
  await inFlow(embedChunks)(ports)(event);
  await inFlow(indexChunks)(ports)(event);
}

/** Runs the answer flow from the text that AWS runs, behind the gateway. */
export async function runAnswerFlow(
  ports: LlmopsPorts,
  question: string,
  {
    languageModel = ports.languageModel,
    interactionId = 'i1',
    follows = null,
    gateway = throughGateway(languageModel, { documents: ports.documents }),
    ...given
  }: Pick<Watched, 'release' | 'left'> & {
    readonly languageModel?: LanguageModel | undefined;
    readonly interactionId?: string;
    readonly follows?: string | null;
    /** The model behind the gateway. */
    readonly gateway?: LanguageModel;
  } = {},
): Promise<Answer> {
  const definition = joinFlow(JSON.parse(FILE), STEPS, { mlops: true, llmops: true });
  const flow = bindFlow(definition, STEPS, {
    name: 'answer-flow',
    ports: { ...ports, languageModel: gateway, reader: gateway.reader },
    log: () => undefined,
    clock: { now: ports.now, sleep: (ms, signal) => setTimeout(ms, undefined, { signal }) },
    newId: () => 'id',
    random: () => 0,
  });
  const asked = {
    tenant: TENANT,
    interactionId,
    question,
    documentId: null,
    askedBy: 'ann',
    follows,
  };
  return answerSchema().parse(await flow.run(asked, { given }));
}

export function modelThatThrows(error: Error): LanguageModel {
  return {
    reader: 'test-model',
    async *generate() {
      yield await Promise.reject(error);
    },
  };
}

/** Replies one after another; the last again and again. */
export function modelThatSays(...replies: readonly string[]): LanguageModel {
  let at = 0;
  return {
    reader: 'test-model',
    async *generate(): AsyncIterable<LanguageModelEvent> {
      const text = replies[Math.min(at, replies.length - 1)] ?? '';
      at += 1;
      yield { type: 'served', model: 'test-model', fallback: false, cached: false };
      yield { type: 'text', text };
      yield { type: 'usage', inputTokens: 10, outputTokens: 5, costUsd: null };
      yield { type: 'stop', reason: 'end' };
    },
  };
}
