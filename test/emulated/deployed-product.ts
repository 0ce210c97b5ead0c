import * as z from 'zod';
import { type CallProduct, productApi } from '../../lambda/adapters/operator/product-api.ts';
import { productUsers } from '../../lambda/adapters/operator/product-users.ts';
import type { Emulator } from './emulator.ts';

/** What the drive knows of the deployed product: its API and its users, as AWS lists them. */
export interface Product {
  /** Where the API is: the distribution's own address is not served here. */
  readonly apiUrl: string;
  readonly call: CallProduct;
  /** Makes a person of a tenant as an operator does, signs in; a token. */
  readonly signUp: (email: string, tenant: string, groups?: readonly string[]) => Promise<string>;
}

export async function findProduct(emulator: Emulator): Promise<Product> {
  const apis = apisSchema.parse(await (await emulator.call('apigateway', '/restapis')).json());
  const target = 'AWSCognitoIdentityProviderService.ListUserPools';
  const listed = await emulator.call('cognito-idp', '/', {
    method: 'POST',
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target },
    body: JSON.stringify({ MaxResults: 10 }),
  });
  const pools = poolsSchema.parse(await listed.json());
  const users = productUsers({ userPoolId: pools.UserPools[0].Id, client: emulator.client });
  const apiUrl = `${emulator.url}/_aws/execute-api/${apis.item[0].id}/v1/api`;
  return {
    apiUrl,
    call: productApi(apiUrl),
    signUp: (email, tenant, groups = []) => users.signUp({ email, tenant, groups }),
  };
}

const apisSchema = z.object({ item: z.tuple([z.object({ id: z.string() })]) });
const poolsSchema = z.object({ UserPools: z.tuple([z.object({ Id: z.string() })]) });
