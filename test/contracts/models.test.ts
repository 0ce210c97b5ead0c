import { s3Artefacts } from '../../lambda/adapters/artefacts.ts';
import { artefactModels } from '../../lambda/adapters/models.ts';
import { dynamoRecords } from '../../lambda/adapters/records.ts';
import { startDynamo, startS3 } from './aws-stores.ts';
import { mlopsPorts } from './mlops-local.ts';
import { describeModelsContract } from './models.ts';

describeModelsContract('artefactModels on this machine', async () => mlopsPorts());

describeModelsContract('artefactModels on S3 and DynamoDB', openOnAws);

describe('artefactModels on S3 and DynamoDB', () => {
  const encode = (value: object) => new TextEncoder().encode(JSON.stringify(value));

  test('the seed serves until a version is approved', async () => {
    const open = await openOnAws();
    const { models, artefacts } = open;
    const seed = {
      version: 'seed',
      categories: ['a', 'b'],
      vectoriser: {},
      trees: {},
      companions: {},
      calibration: {},
      fields: {},
      dataSet: 'd',
    };
    await artefacts.put('models/seed.json', encode({ version: 'seed' }), 'application/json');
    await artefacts.put('models/seed/bundle.json', encode(seed), 'application/json');
    const { version } = await models.serving();
    await open.close();
    expect(version).toBe('seed');
  });
});

async function openOnAws() {
  const [s3, dynamo] = [await startS3(), await startDynamo()];
  const artefacts = s3Artefacts({ artefactsBucket: s3.bucket, client: s3.client });
  const records = dynamoRecords({ recordsTable: dynamo.table, client: dynamo.client });
  return {
    artefacts,
    models: artefactModels({ artefacts, records, now: () => Date.UTC(2026, 0, 1) }),
    async close() {
      await Promise.all([s3.close(), dynamo.close()]);
    },
  };
}
