import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import S3rver from 's3rver';
import { TEST_CLIENT } from '../adapters/stand-in.ts';

const BUCKET = 'strata-test';
const TABLE = 'records';

/** An empty bucket of s3rver, which keeps objects as S3 does. */
export async function startS3() {
  const directory = mkdtempSync(join(tmpdir(), 'strata-s3-'));
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory,
    configureBuckets: [{ name: BUCKET, configs: [] }],
  });
  const { port } = await server.run();
  return {
    bucket: BUCKET,
    client: {
      ...TEST_CLIENT,
      endpoint: `http://127.0.0.1:${port}`,
      credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
    },
    close: async () => {
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** An empty records table of dynalite, which follows DynamoDB's API. */
export async function startDynamo() {
  const server = dynalite({ createTableMs: 0 });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  const client = { ...TEST_CLIENT, endpoint: `http://127.0.0.1:${address.port}` };
  const maker = new DynamoDBClient(client);
  await maker.send(
    new CreateTableCommand({
      TableName: TABLE,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    }),
  );
  maker.destroy();
  return {
    table: TABLE,
    client,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
