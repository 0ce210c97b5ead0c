import * as z from 'zod';
import { step } from '../../step.ts';
import {
  chosenPrimarySchema,
  documentReferenceSchema,
  flowResultsSchema,
  resultsBySide,
  type Side,
} from '../document/document.ts';
import { readPrimarySide } from './primary-side.ts';

/**
 * Decides which side's result counts: the one that the migration switch names; where that side has no
 * result, the other one.
 * @throws ZodError when the record of the switch has another shape.
 */
export const choosePrimary = step({
  name: 'choose-primary',
  does: 'Decides which side counts for one document',
  input: () => documentReferenceSchema().extend({ results: flowResultsSchema() }),
  output: () => chosenPrimarySchema().extend({ durationMs: z.number() }),
  touches: ['records.read:switch'],
  run:
    (ports) =>
    async ({ tenant, results }) => {
      const startedAt = ports.now();
      const wanted = await readPrimarySide(ports.records, tenant);
      const sides = resultsBySide(results);
      const other: Side = wanted === 'mlops' ? 'llmops' : 'mlops';
      const primary = [wanted, other].find((side) => sides[side].status === 'done') ?? null;
      return { primary, reasons: reasonsOf(), durationMs: ports.now() - startedAt };

      function reasonsOf(): string[] {
        if (primary === null) return ['neither side has a result'];
        if (primary === wanted) return [];
        const why = sides[wanted].status === 'failed' ? 'failed' : 'was skipped';
        return [`${wanted} ${why}: ${primary} stands in`];
      }
    },
});
