import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { setTimeout as sleep } from 'node:timers/promises';
import { functionArn } from './flow-case.ts';
import type { FlowCase, Run } from './flow-case.ts';
import type { Functions } from './functions.ts';

const ROLE = 'arn:aws:iam::123456789012:role/flow';
const POLL_MS = 100;
const LONGEST_MS = 120_000;

/** Runs cases on an engine that speaks the API of Step Functions. */
export function otherEngine(endpoint: string, functions: Functions) {
  const client = new SFNClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  return {
    async run(flowCase: FlowCase, id: string): Promise<Run> {
      const stateMachineArn = await create(client, flowCase, id);
      const input = JSON.stringify(flowCase.input);
      const started = new StartExecutionCommand({ stateMachineArn, name: id, input });
      const { executionArn } = await client.send(started);
      const ended = await awaitEnd(client, executionArn);
      const entered = await enteredStates(client, executionArn);
      return { ...ended, entered, calls: functions.callsOf(id) };
    },
  };
}

async function create(client: SFNClient, flowCase: FlowCase, id: string) {
  // A function has the name of its case before its own, so that one port serves all cases.
  const definition = JSON.stringify(flowCase.definition).replaceAll(
    `"${functionArn('')}`,
    `"${functionArn('')}${id}--`,
  );
  const command = new CreateStateMachineCommand({ name: id, definition, roleArn: ROLE });
  return (await client.send(command)).stateMachineArn;
}

async function awaitEnd(client: SFNClient, executionArn: string | undefined) {
  const giveUpAt = Date.now() + LONGEST_MS;
  for (;;) {
    const found = await client.send(new DescribeExecutionCommand({ executionArn }));
    const { status, output, error, cause } = found;
    if (status === 'SUCCEEDED') return { output: JSON.parse(output ?? 'null') };
    if (status === 'TIMED_OUT') return { error: error ?? 'States.Timeout', cause: cause ?? '' };
    if (status !== 'RUNNING') return { error: error ?? '', cause: cause ?? '' };
    if (Date.now() > giveUpAt) throw new Error(`${executionArn} did not end`);
    await sleep(POLL_MS);
  }
}

async function enteredStates(client: SFNClient, executionArn: string | undefined) {
  const names: string[] = [];
  let nextToken: string | undefined;
  do {
    const page = await client.send(
      new GetExecutionHistoryCommand({ executionArn, maxResults: 1000, nextToken }),
    );
    for (const { stateEnteredEventDetails } of page.events ?? []) {
      if (stateEnteredEventDetails?.name !== undefined) names.push(stateEnteredEventDetails.name);
    }
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return names;
}
