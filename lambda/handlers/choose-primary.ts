import * as z from 'zod';
import { choosePrimary as choosePrimaryOf } from '../domain/compare/choose-primary.ts';
import type { PrimaryDecision } from '../domain/document/document.ts';
import { flowResultsSchema, resultsBySide } from '../domain/document/flow-results.ts';
import type { Ports } from '../ports.ts';

const eventSchema = z.strictObject({
  tenant: z.string(),
  documentId: z.string(),
  results: flowResultsSchema,
  compliance: z.array(
    z.object({
      rule: z.string(),
      outcome: z.enum(['met', 'violated', 'not-applicable']),
      detail: z.string(),
    }),
  ),
});

/** State `choose-primary` of the document flow. */
export const choosePrimary =
  (ports: Pick<Ports, 'records' | 'gates' | 'taxonomy' | 'now'>) =>
  async (event: unknown): Promise<PrimaryDecision & { readonly durationMs: number }> => {
    const { tenant, results, compliance } = eventSchema.parse(event);
    return choosePrimaryOf(ports)({ tenant, results: resultsBySide(results), compliance });
  };
