import * as z from 'zod';
import {
  type ReceivedDocument,
  receiveDocument as receiveDocumentOf,
} from '../domain/document/receive-document.ts';
import type { DroppedObjects } from '../domain/document/dropped-objects.ts';
import { tenantSchema } from '../domain/governance/tenant.ts';
import { InvalidInputError } from '../errors.ts';
import type { Flows } from '../flows.ts';
import type { Ports } from '../ports.ts';

/** EventBridge's `Object Created` of S3; keys are not encoded there. */
const eventSchema = z.object({
  detail: z.object({ object: z.object({ key: z.string() }) }),
});
/** `incoming/<tenant>/<name>`; the name may hold slashes. */
const KEY = /^incoming\/([^/]+)\/(.+)$/s;

/**
 * Takes a dropped object in and starts its flow; an oversized one is recorded as refused. The
 * bucket's lifecycle clears `incoming/`. Safe to run twice.
 */
export const receiveDocument = (
  ports: Pick<Ports, 'documents' | 'records' | 'ingestion' | 'now'> &
    Pick<Flows, 'startDocumentFlow'> & { readonly dropped: DroppedObjects },
) => {
  const receive = receiveDocumentOf(ports);
  return async (event: unknown): Promise<ReceivedDocument> => {
    const { key } = eventSchema.parse(event).detail.object;
    const [, tenant, name] = KEY.exec(key) ?? [];
    if (!tenant || !name || !tenantSchema.safeParse(tenant).success) {
      throw new InvalidInputError(`a dropped object must be incoming/<tenant>/<name>, got ${key}`);
    }
    // One byte more than allowed is enough to refuse the rest unread.
    const bytes = await ports.dropped.read(key, ports.ingestion.maxBytes + 1);
    const received = await receive({ tenant, name, bytes });
    if (received.status !== 'refused') {
      await ports.startDocumentFlow({ tenant, documentId: received.documentId });
    }
    return received;
  };
};
