import { CloudWatchClient, paginateDescribeAlarms } from '@aws-sdk/client-cloudwatch';
import { type ClientSettings, clientSettings } from '../client-settings.ts';
import { ask, PATIENCE } from './ask.ts';

export interface RaisedAlarm {
  readonly name: string;
  readonly why: string;
}

/** Alarms of an environment that are raised now: CloudFormation names them after their stacks. */
export function raisedAlarms(client: ClientSettings) {
  const cloudWatch = new CloudWatchClient(clientSettings(client, PATIENCE));
  return async (env: string): Promise<readonly RaisedAlarm[]> => {
    const AlarmNamePrefix = `strata-${env}-`;
    const question = {
      service: 'CloudWatch',
      resource: `alarms ${AlarmNamePrefix}*`,
      needs: 'cloudwatch:DescribeAlarms',
    };
    return ask(question, async () => {
      const raised: RaisedAlarm[] = [];
      const request = { AlarmNamePrefix, StateValue: 'ALARM' as const };
      for await (const page of paginateDescribeAlarms({ client: cloudWatch }, request)) {
        for (const { AlarmName, StateReason } of page.MetricAlarms ?? []) {
          raised.push({ name: AlarmName ?? 'unnamed', why: StateReason ?? 'no reason' });
        }
      }
      return raised;
    });
  };
}
