import * as z from 'zod';

// Parts of a profile that functions are given, made when they are asked for.

export const sidesSchema = () =>
  z
    .strictObject({ mlops: z.boolean(), llmops: z.boolean() })
    .refine((sides) => sides.mlops || sides.llmops, 'at least one side must be true');
export const approvalsSchema = () =>
  z.strictObject({ people: z.union([z.literal(1), z.literal(2)]) });
export const quotasSchema = () =>
  z.strictObject({
    requestsPerSecond: z.int().min(1),
    burst: z.int().min(1),
    asksPerMinutePerTenant: z.int().min(1),
    uploadsPerMinutePerTenant: z.int().min(1),
    /** Document flows that run at once; others wait in a queue. Lambda admits no fewer than 2. */
    documentsAtOnce: z.int().min(2).max(1_000),
    tokensPerDayPerTenant: z.int().min(1_000),
  });
export const servingSchema = () =>
  z.discriminatedUnion('kind', [
    /** In-Lambda scoring: nothing runs while nothing is asked. */
    z.strictObject({ kind: z.literal('lambda') }),
    z.strictObject({
      kind: z.literal('serverless'),
      memoryMb: z.int().min(1_024).max(6_144).multipleOf(1_024),
      maxConcurrency: z.int().min(1).max(200),
    }),
    z.strictObject({
      kind: z.literal('realtime'),
      instanceType: z.string().startsWith('ml.'),
      minInstances: z.int().min(1),
      maxInstances: z.int().min(1),
    }),
  ]);
