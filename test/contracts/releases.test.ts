import { s3Artefacts } from '../../lambda/adapters/artefacts.ts';
import { dynamoRecords } from '../../lambda/adapters/records.ts';
import { recordReleases } from '../../lambda/domain/governance/release/record-releases.ts';
import type { Artefacts, Records } from '../../lambda/store-ports.ts';
import { startDynamo, startS3 } from './aws-stores.ts';
import { mlopsPorts } from './mlops-local.ts';
import { describeReleasesContract } from './releases.ts';

describeReleasesContract('recordReleases on this machine', async () => on(mlopsPorts()));

describeReleasesContract('recordReleases on S3 and DynamoDB', async () => {
  const [s3, dynamo] = [await startS3(), await startDynamo()];
  const stores = {
    artefacts: s3Artefacts({ artefactsBucket: s3.bucket, client: s3.client }),
    records: dynamoRecords({ recordsTable: dynamo.table, client: dynamo.client }),
  };
  return {
    ...on(stores),
    async close() {
      await Promise.all([s3.close(), dynamo.close()]);
    },
  };
});

function on(stores: { readonly artefacts: Artefacts; readonly records: Records }) {
  return {
    releases: recordReleases(stores),
    alter: (path: `releases/${string}`, text: string) =>
      stores.artefacts.put(path, new TextEncoder().encode(text), 'application/json'),
  };
}
