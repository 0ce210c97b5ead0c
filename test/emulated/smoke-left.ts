import {
  CognitoIdentityProviderClient,
  ListUserPoolClientsCommand,
  ListUsersCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { deployedStacks } from '../../lambda/adapters/account/stacks.ts';
import type { ClientSettings } from '../../lambda/adapters/client-settings.ts';
import { SMOKE_TENANT } from '../../lib/shared/delivery-roles.ts';

/** What a smoke left of its person, client, records and blobs, as the services list them. */
export async function leftOfSmoke(client: ClientSettings): Promise<readonly string[]> {
  const stacks = deployedStacks(client);
  const data = await stacks.outputs('strata-student-data');
  const application = await stacks.outputs('strata-student-application');
  const UserPoolId = application?.['UserPoolId'];
  const cognito = new CognitoIdentityProviderClient(client);
  const { Users = [] } = await cognito.send(new ListUsersCommand({ UserPoolId }));
  const listed = await cognito.send(new ListUserPoolClientsCommand({ UserPoolId }));
  const blobs = await new S3Client({ ...client, forcePathStyle: true }).send(
    new ListObjectVersionsCommand({
      Bucket: data?.['DocumentsBucketName'],
      Prefix: `${SMOKE_TENANT}/`,
    }),
  );
  const { Items = [] } = await new DynamoDBClient(client).send(
    new ScanCommand({ TableName: data?.['RecordsTableName'] }),
  );
  return [
    ...Users.map(({ Username }) => `person ${Username}`),
    ...(listed.UserPoolClients ?? []).flatMap(({ ClientName }) =>
      ClientName === 'operator' ? ['the operator’s client'] : [],
    ),
    ...(blobs.Versions ?? []).map(({ Key }) => `blob ${Key}`),
    ...Items.map(({ pk }) => pk?.S ?? '').filter(
      // The log of who did what stays.
      (key) => key.startsWith(`${SMOKE_TENANT}#`) && key !== `${SMOKE_TENANT}#audit`,
    ),
  ];
}
