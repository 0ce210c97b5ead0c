import type * as z from 'zod';
import { profileSchema } from './schema.ts';

/** What of a profile decides what a document and an answer cost. */
export const costProfileSchema = () =>
  profileSchema().pick({ env: true, region: true, serving: true, vectors: true, rag: true });
export type CostProfile = z.infer<ReturnType<typeof costProfileSchema>>;
