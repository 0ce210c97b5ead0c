import * as z from 'zod';
import type { SideComparison } from '../domain/document/document.ts';
import { flowResultsSchema, resultsBySide } from '../domain/document/flow-results.ts';
import { compareSides as compareSidesOf } from '../domain/compare/compare-sides.ts';
import type { Ports } from '../ports.ts';

const eventSchema = z.strictObject({
  tenant: z.string(),
  documentId: z.string(),
  results: flowResultsSchema,
});

/** State `compare-sides` of the document flow. */
export const compareSides =
  (ports: Pick<Ports, 'now' | 'taxonomy'>) =>
  async (event: unknown): Promise<SideComparison & { readonly durationMs: number }> => {
    const { results } = eventSchema.parse(event);
    return compareSidesOf(ports)(resultsBySide(results));
  };
