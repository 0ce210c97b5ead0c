import * as z from 'zod';
import { lazily } from '../../lazily.ts';
import type { Audit, Ports } from '../../ports.ts';
import type { RecordsRead, RecordsWrite } from '../../store-ports.ts';
import { type Side, SIDES } from '../document/document.ts';

export const PRIMARY_SIDE_SWITCH = 'primary-side';
const switchSchema = lazily(() => z.object({ primary: z.enum(SIDES) }));

/** The classical side is in production until the switch says otherwise (migration, phase 2). */
const DEFAULT_PRIMARY: Side = 'mlops';

/**
 * The side whose result counts: the migration switch, a record of kind `switch`.
 * @throws ZodError when the record has another shape.
 */
export async function readPrimarySide(
  records: RecordsRead<'switch'>,
  tenant: string,
): Promise<Side> {
  const stored = await records.get({ tenant, kind: 'switch', id: PRIMARY_SIDE_SWITCH });
  return stored === null ? DEFAULT_PRIMARY : switchSchema().parse(stored).primary;
}

/** Turns the switch for the documents to come, and notes who did it and why. */
export function turnPrimarySide(
  ports: Pick<Ports, 'now'> & {
    readonly records: RecordsRead<'switch'> & RecordsWrite<'switch'>;
    readonly audit: Audit;
  },
) {
  return async (turn: {
    readonly tenant: string;
    readonly by: string;
    readonly primary: Side;
    readonly reason: string;
  }): Promise<void> => {
    const { tenant, by, primary, reason } = turn;
    const from = await readPrimarySide(ports.records, tenant);
    const at = new Date(ports.now()).toISOString();
    // The log first: what counts must never change without a trace.
    const detail = { from, to: primary, by, reason, at };
    await ports.audit.append({ tenant, id: `primary-side/${at}`, kind: 'switch', detail });
    const key = { tenant, kind: 'switch', id: PRIMARY_SIDE_SWITCH } as const;
    await ports.records.put(key, { primary, by, reason, at });
  };
}
