import { z } from 'zod';
import { attributeValueSchema, plainValue } from '../domain/governance/attribute-value.ts';
import {
  type RecordChange,
  type SealedLog,
  sealRecords as sealRecordsOf,
} from '../domain/governance/seal-records.ts';

const keysSchema = z.object({
  pk: z.object({ S: z.string() }),
  sk: z.object({ S: z.string() }),
});
const eventSchema = z.object({
  Records: z.array(
    z.object({
      eventID: z.string(),
      dynamodb: z.object({
        /** Seconds since the epoch. */
        ApproximateCreationDateTime: z.number(),
        Keys: keysSchema,
        NewImage: z.object({ value: attributeValueSchema.optional() }).optional(),
      }),
    }),
  ),
});
type StreamRecord = z.infer<typeof eventSchema>['Records'][number];

/** Takes batches of the records table's stream; a batch that fails is told again, whole. */
export const sealRecords =
  (ports: { readonly sealed: SealedLog }) =>
  async (event: unknown): Promise<{ readonly sealed: number }> =>
    sealRecordsOf(ports)(eventSchema.parse(event).Records.map(changeOf));

function changeOf({ eventID, dynamodb }: StreamRecord): RecordChange {
  const { pk, sk } = dynamodb.Keys;
  const [tenant = '', kind = ''] = pk.S.split('#');
  const value = dynamodb.NewImage?.value;
  return {
    tenant,
    kind,
    recordId: sk.S,
    changeId: eventID,
    at: new Date(dynamodb.ApproximateCreationDateTime * 1_000).toISOString(),
    value: value === undefined ? null : plainValue(value),
  };
}
