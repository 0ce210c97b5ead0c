import * as z from 'zod';
import { guardInput } from '../domain/llmops/guard-input.ts';
import type { Ports } from '../ports.ts';

const eventSchema = z.strictObject({
  tenant: z.string().min(1),
  interactionId: z.string().min(1),
  question: z.string().trim().min(1).max(10_000),
});

export const llmopsGuardInput = (ports: Pick<Ports, 'guardrail' | 'metrics' | 'now'>) => {
  const guard = guardInput(ports);
  return async (event: unknown) => guard(eventSchema.parse(event));
};
