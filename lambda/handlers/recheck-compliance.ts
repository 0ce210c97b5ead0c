import { recheckWaiting } from '../domain/compliance/recheck-waiting.ts';
import { recordChanges } from './record-changes.ts';

/** Takes batches of the records table's stream: documents and purchase orders. */
export const recheckCompliance =
  (ports: Parameters<typeof recheckWaiting>[0]) =>
  async (event: unknown): Promise<{ readonly judged: number }> =>
    recheckWaiting(ports)(recordChanges(event));
