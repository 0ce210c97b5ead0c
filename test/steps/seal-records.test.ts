import { commitment } from '../../lambda/content-hash.ts';
import { recordChanges } from '../../lambda/adapters/functions/record-changes.ts';
import { type SealedBatch, sealRecords } from '../../lambda/domain/governance/seal-records.ts';

test("reads a record of the table's stream", async () => {
  const batches: SealedBatch[] = [];
  const sealed = {
    last: async () => null,
    append: async (_: string, batch: SealedBatch) => batches.push(batch) > 0,
  };
  const NewImage = {
    pk: { S: 'acme#document' },
    sk: { S: 'd1' },
    salt: { S: '5a' },
    value: { M: { pages: { N: '3' }, tags: { L: [{ S: 'a' }, { NULL: true }, { BOOL: true }] } } },
  };
  const { pk, sk } = NewImage;
  const dynamodb = { ApproximateCreationDateTime: 1_767_225_600, Keys: { pk, sk }, NewImage };
  const event = { Records: [{ eventID: 'e1', eventName: 'INSERT', dynamodb }] };
  await sealRecords.onPorts({ sealed })(recordChanges(event));
  expect(batches[0]?.entries[0]).toMatchObject({
    id: 'e1',
    at: '2026-01-01T00:00:00.000Z',
    kind: 'document',
    detail: { recordId: 'd1', commitment: commitment('5a', { pages: 3, tags: ['a', null, true] }) },
  });
});
