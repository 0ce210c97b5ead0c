import * as z from 'zod';
import { lazily } from '../../lazily.ts';
import { step } from '../../step.ts';
import {
  chosenPrimarySchema,
  documentReferenceSchema,
  flowResultsSchema,
  resultsBySide,
  type Side,
  SIDES,
} from '../document/document.ts';

/** The migration switch: record of kind `switch`, id `primary-side`. */
export const PRIMARY_SIDE_SWITCH = 'primary-side';
export const primarySideSchema = lazily(() => z.strictObject({ primary: z.enum(SIDES) }));

/** The classical side is in production until the switch says otherwise (migration, phase 2). */
const DEFAULT_PRIMARY: Side = 'mlops';

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
      const stored = await ports.records.get({ tenant, kind: 'switch', id: PRIMARY_SIDE_SWITCH });
      const wanted = stored === null ? DEFAULT_PRIMARY : primarySideSchema().parse(stored).primary;
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
