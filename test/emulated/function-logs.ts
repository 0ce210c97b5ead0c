import * as z from 'zod';
import type { Emulator } from './emulator.ts';

const groupsSchema = z.object({ logGroups: z.array(z.object({ logGroupName: z.string() })) });
const eventsSchema = z.object({ events: z.array(z.object({ message: z.string() })).optional() });

/** What the deployed functions logged, group by group. */
export async function functionLogs(emulator: Emulator): Promise<string> {
  const logs = async (action: string, body: object): Promise<unknown> => {
    const headers = {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `Logs_20140328.${action}`,
    };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    return (await emulator.call('logs', '/', init)).json();
  };
  const { logGroups } = groupsSchema.parse(await logs('DescribeLogGroups', { limit: 50 }));
  const texts: string[] = [];
  for (const { logGroupName } of logGroups) {
    const { events = [] } = eventsSchema.parse(await logs('FilterLogEvents', { logGroupName }));
    const messages = events.map(({ message }) => message).filter((text) => !PLAIN.test(text));
    if (messages.length > 0) texts.push(`${logGroupName}\n${messages.join('\n')}\n`);
  }
  return texts.join('\n');
}

/** What the platform says of every invocation. */
const PLAIN = /^(START|END|REPORT) /;
