import * as z from 'zod';
import {
  checkCompliance as checkComplianceOf,
  type CompliancePorts,
} from '../domain/compliance/check-compliance.ts';
import type { ComplianceFinding } from '../domain/document/document.ts';
import { flowResultsSchema, resultsBySide } from '../domain/document/flow-results.ts';

const eventSchema = z.strictObject({
  tenant: z.string(),
  documentId: z.string(),
  results: flowResultsSchema,
});

/** State `check-compliance` of the document flow. */
export const checkCompliance =
  (ports: CompliancePorts) =>
  async (
    event: unknown,
  ): Promise<{ readonly findings: readonly ComplianceFinding[]; readonly durationMs: number }> => {
    const { results, ...document } = eventSchema.parse(event);
    return checkComplianceOf(ports)({ ...document, results: resultsBySide(results) });
  };
