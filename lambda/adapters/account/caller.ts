import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { type ClientSettings, clientSettings } from '../client-settings.ts';
import { ask, PATIENCE } from './ask.ts';

/** Whose credentials these are. Every caller may ask. */
export function stsCaller(client: ClientSettings) {
  const sts = new STSClient(clientSettings(client, PATIENCE));
  return async (): Promise<{ readonly account: string; readonly arn: string }> => {
    const question = {
      service: 'STS',
      resource: 'the caller’s identity',
      needs: 'sts:GetCallerIdentity, and enable the region for the account',
    };
    const { Account = '', Arn = '' } = await ask(question, () =>
      sts.send(new GetCallerIdentityCommand({})),
    );
    return { account: Account, arn: Arn };
  };
}
