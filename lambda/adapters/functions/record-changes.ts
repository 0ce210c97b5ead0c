import * as z from 'zod';
import { attributeValueSchema, plainValue } from './attribute-value.ts';
import type { RecordChange } from '../../domain/governance/record-change.ts';
import { lazily } from '../../lazily.ts';

const keysSchema = /* @__PURE__ */ lazily(() =>
  z.object({
    pk: z.object({ S: z.string() }),
    sk: z.object({ S: z.string() }),
  }),
);
const eventSchema = /* @__PURE__ */ lazily(() =>
  z.object({
    Records: z.array(
      z.object({
        eventID: z.string(),
        dynamodb: z.object({
          /** Seconds since the epoch. */
          ApproximateCreationDateTime: z.number(),
          Keys: keysSchema(),
          NewImage: z
            .object({
              value: attributeValueSchema.optional(),
              salt: z.object({ S: z.string() }).optional(),
            })
            .optional(),
        }),
      }),
    ),
  }),
);
type StreamRecord = z.infer<ReturnType<typeof eventSchema>>['Records'][number];

/** The changes in one batch of the records table's stream, in order. */
export function recordChanges(event: unknown): readonly RecordChange[] {
  return eventSchema().parse(event).Records.map(changeOf);
}

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
    salt: dynamodb.NewImage?.salt?.S ?? '',
  };
}
