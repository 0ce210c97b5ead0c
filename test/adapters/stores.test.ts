import { dynamoRecords } from '../../lambda/adapters/records.ts';
import { s3Documents } from '../../lambda/adapters/documents.ts';
import { refusal } from './bedrock.ts';
import { type Reply, type StandIn, startStandIn } from './stand-in.ts';

const key = { tenant: 'acme', kind: 'document', id: 'd1' } as const;
let server: StandIn;
afterEach(() => server?.close());
const start = async (reply: () => Reply) => {
  server = await startStandIn(reply);
  return server.client;
};

describe('dynamoRecords', () => {
  test('keeps tenant and kind in the partition key', async () => {
    const client = await start(() => ({}));
    await dynamoRecords({ recordsTable: 'records', client }).put(key, { pages: 1 });
    expect(JSON.parse(server.sent[0]?.body ?? '')).toMatchObject({
      Item: { pk: { S: 'acme#document' }, sk: { S: 'd1' } },
    });
  });

  test('refuses a tenant that would reach into another partition', async () => {
    const client = await start(() => ({}));
    const records = dynamoRecords({ recordsTable: 'records', client });
    await expect(records.get({ ...key, tenant: 'acme#review' })).rejects.toThrow('tenant');
  });

  test('refuses a record that DynamoDB cannot hold, and says what to do', async () => {
    const client = await start(() => ({}));
    const records = dynamoRecords({ recordsTable: 'records', client });
    const large = { text: 'x'.repeat(400_000) };
    await expect(records.put(key, large)).rejects.toThrow('store what is large as a blob');
  });

  test('a throttled table is unavailable', async () => {
    const client = await start(() => refusal(400, 'ThrottlingException', 'slow down'));
    const records = dynamoRecords({ recordsTable: 'records', client });
    await expect(records.get(key)).rejects.toMatchObject({ name: 'UnavailableError' });
  });
});

describe('s3Documents', () => {
  test.each(['..', 'a/b', ''])('refuses %j as the name of a tenant', async (tenant) => {
    const client = await start(() => ({}));
    const documents = s3Documents({ documentsBucket: 'documents', client });
    const blob = { tenant, documentId: 'd1', name: 'text' } as const;
    await expect(documents.get(blob)).rejects.toMatchObject({ name: 'InvalidInputError' });
  });

  test('a forbidden bucket names the remedy', async () => {
    const client = await start(() => ({
      status: 403,
      body: '<Error><Code>AccessDenied</Code></Error>',
    }));
    const documents = s3Documents({ documentsBucket: 'documents', client });
    const blob = { tenant: 'acme', documentId: 'd1', name: 'text' } as const;
    await expect(documents.get(blob)).rejects.toMatchObject({ name: 'AccessError' });
  });
});
