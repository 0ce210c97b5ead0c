import type { Answer } from '../../lambda/domain/llmops/answer.ts';
import type { FlowQuestion } from '../../lambda/flows.ts';
import { TEXT } from './fixture-records.ts';

const QUOTE = 'This agreement is governed by the laws of Ireland.';

/** What the flow would say: blocked where the question attacks the prompt, else one answer. */
export async function answerFixture(question: FlowQuestion): Promise<Answer> {
  const blocked = question.question.toLowerCase().includes('ignore all previous');
  const start = TEXT.indexOf(QUOTE);
  const documentId = question.documentId ?? 'document-00';
  const range = [start, start + QUOTE.length] as const;
  return {
    tenant: question.tenant,
    interactionId: question.interactionId,
    askedAt: '2026-11-01T09:00:00.000Z',
    question: question.question,
    documentId: question.documentId,
    status: blocked ? 'blocked' : 'answered',
    text: blocked
      ? 'This question cannot be answered here. Ask about the content of the documents.'
      : 'The agreement is governed by the laws of Ireland.',
    citations: blocked ? [] : [{ chunkId: `${documentId}/0`, documentId, range, quote: QUOTE }],
    retrieved: blocked
      ? []
      : [
          {
            chunkId: `${documentId}/0`,
            documentId,
            range: [0, TEXT.length],
            score: 0.0325,
            vectorRank: 1,
            textRank: 2,
          },
          {
            chunkId: 'document-04/0',
            documentId: 'document-04',
            range: [0, TEXT.length],
            score: 0.0161,
            vectorRank: 2,
            textRank: null,
          },
        ],
    guardrail: {
      id: 'strata',
      version: 'c0ffee00c0ffee00',
      triggers: blocked
        ? [{ policy: 'prompt-attack', name: 'PROMPT_ATTACK', action: 'blocked', count: 1 }]
        : [],
    },
    prompt: blocked ? null : { name: 'answer-question', version: 1, hash: 'b'.repeat(64) },
    reader: 'extractive',
    fallback: 'none',
    usage: blocked ? { inputTokens: 0, outputTokens: 0 } : { inputTokens: 1_204, outputTokens: 38 },
    costUsd: 0,
    durationMs: 96,
  };
}
