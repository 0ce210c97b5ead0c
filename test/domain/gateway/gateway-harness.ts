import { models } from '../../../config/models.ts';
import { prices } from '../../../config/prices.ts';
import { time } from '../../../lambda/adapters/language-model/time.ts';
import {
  gatewayLanguageModel,
  type GatewayOptions,
} from '../../../lambda/domain/gateway/gateway-language-model.ts';
import type {
  LanguageModelEvent,
  LanguageModelRequest,
} from '../../../lambda/domain/gateway/language-model-exchange.ts';
import type { Time } from '../../../lambda/domain/gateway/try-again.ts';
import type { LanguageModel } from '../../../lambda/ports.ts';

export const request: LanguageModelRequest = {
  tenant: 'acme',
  task: 'answer-question',
  messages: [{ role: 'user', text: 'When is payment due?' }],
  variables: {},
  maxOutputTokens: 200,
};

/** Time that passes at once, and tells how long the waits were that somebody sat through. */
export function fastTime(): Time & { readonly waits: number[] } {
  let nowMs = Date.UTC(2026, 0, 15);
  const waits: number[] = [];
  return {
    waits,
    now: () => nowMs,
    random: () => 0,
    async wait(ms, signal) {
      // A turn for what else is under way: a reply that comes at once is never late.
      await new Promise((resolve) => setImmediate(resolve));
      await new Promise((resolve) => setImmediate(resolve));
      if (signal?.aborted === true) return;
      waits.push(ms);
      nowMs += ms;
    },
  };
}

/** The gateway with a minute for a question and ten seconds for an event. */
export function throughGateway(
  model: LanguageModel,
  options: Partial<GatewayOptions> & { readonly fallback?: LanguageModel } = {},
): LanguageModel {
  const { fallback, ...rest } = options;
  return gatewayLanguageModel({
    models: fallback === undefined ? [model] : [model, fallback],
    patience: { deadlineMs: 60_000, idleMs: 10_000 },
    time: fastTime(),
    prices,
    catalogue: models,
    ...rest,
  });
}

/** A model that does one thing a call, the last one again and again; `calls` counts. */
export function scripted(
  reader: string,
  ...turns: readonly (string | Error | (() => AsyncIterable<LanguageModelEvent>))[]
): LanguageModel & { calls: number } {
  const model = {
    reader,
    calls: 0,
    async *generate(): AsyncIterable<LanguageModelEvent> {
      const turn = turns[Math.min(model.calls, turns.length - 1)];
      model.calls += 1;
      if (turn instanceof Error) throw turn;
      if (typeof turn === 'function') yield* turn();
      else yield* says(reader, turn ?? '');
    },
  };
  return model;
}

export async function* says(reader: string, text: string): AsyncIterable<LanguageModelEvent> {
  yield { type: 'served', model: reader, fallback: false, cached: false };
  yield { type: 'text', text };
  yield { type: 'usage', inputTokens: 1_000, outputTokens: 100, costUsd: null };
  yield { type: 'stop', reason: 'end' };
}

/** For replies over a wire: a second for an event in real time, other pauses a hundredth. */
export const hurried = {
  patience: { deadlineMs: 60_000, idleMs: 1_000 },
  time: {
    ...time,
    random: () => 0,
    wait: (ms: number, signal?: AbortSignal) => time.wait(ms === 1_000 ? ms : ms / 100, signal),
  },
};
