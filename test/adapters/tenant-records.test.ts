import { emptyBucket } from '../../lambda/adapters/empty-bucket.ts';
import { removeTenantRecords } from '../../lambda/adapters/operator/tenant-records.ts';
import { dynamoRecords } from '../../lambda/adapters/records.ts';
import { startDynamo } from '../contracts/aws-stores.ts';
import { startStandIn } from './stand-in.ts';

test('a tenant’s documents and questions are removed, their log and other tenants’ records stay', async () => {
  const dynamo = await startDynamo();
  try {
    const { client, table: recordsTable } = dynamo;
    const records = dynamoRecords({ recordsTable, client });
    for (let id = 0; id < 120; id += 1) {
      await records.put({ tenant: 'smoke', kind: 'document', id: String(id) }, { id });
    }
    const kept = [
      { tenant: 'smoke', kind: 'audit', id: 'a' },
      { tenant: 'smoke-2', kind: 'document', id: 'b' },
    ] as const;
    for (const key of kept) await records.put(key, {});
    await records.put({ tenant: 'smoke', kind: 'interaction', id: 'c' }, {});
    expect(await removeTenantRecords('smoke', { recordsTable, client })).toBe(121);
    for (const key of kept) expect(await records.get(key)).toEqual({});
    expect(await removeTenantRecords('smoke', { recordsTable, client })).toBe(0);
  } finally {
    await dynamo.close();
  }
});

test('every version below a prefix is deleted, and nothing beside it is listed', async () => {
  let listed = 0;
  const s3 = await startStandIn(({ method }) => {
    if (method === 'POST') return xml('<DeleteResult/>');
    listed += 1;
    const versions =
      '<Version><Key>smoke/d/text</Key><VersionId>1</VersionId></Version>' +
      '<DeleteMarker><Key>smoke/d/text</Key><VersionId>2</VersionId></DeleteMarker>';
    return xml(`<ListVersionsResult>${listed === 1 ? versions : ''}</ListVersionsResult>`);
  });
  try {
    await emptyBucket('documents', s3.client, 'smoke/');
    const [first, deleted] = s3.sent;
    expect(first?.path).toMatch(/^\/documents\/?\?.*prefix=smoke%2F/);
    expect(deleted?.body.match(/<VersionId>\d<\/VersionId>/g)).toHaveLength(2);
    expect(listed).toBe(2);
  } finally {
    await s3.close();
  }
});

function xml(body: string) {
  return { headers: { 'content-type': 'application/xml' }, body };
}
