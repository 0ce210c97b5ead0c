import {
  DescribeExecutionCommand,
  SFNClient,
  StartExecutionCommand,
  StartSyncExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { Profile } from '../../config/schema.ts';
import { answerSchema } from '../domain/llmops/answer/answer-steps.ts';
import { UnavailableError } from '../errors.ts';
import type { Flows } from '../flow-ports.ts';
import { callAws } from './aws-errors.ts';
import { type ClientSettings, clientSettings } from './client-settings.ts';

/** Below the 15 minutes that a function has: what runs longer is looked at again by the next message. */
const LONGEST_WAIT_MS = 840_000;
const LOOK_MS = 2_000;
/** Executions whose end nobody noted; each failed attempt that was noted is skipped by the record. */
const LOST_ENDS = 10;

/**
 * Runs the document flow. An execution is named by the document, when it was received, and the attempt, so
 * that a repeated message starts nothing: it waits for the one that runs. Needs states:StartExecution on
 * the state machine and states:DescribeExecution on its executions.
 */
export function stepFunctionsDocumentFlow(options: {
  readonly documentFlowArn: string;
  readonly sides: Profile['sides'];
  readonly client?: ClientSettings;
  /** Milliseconds between two looks, and altogether. */
  readonly waits?: { readonly lookMs: number; readonly longestMs: number };
}): Pick<Flows, 'followDocumentFlow'> {
  const { documentFlowArn, sides } = options;
  const { lookMs, longestMs } = options.waits ?? { lookMs: LOOK_MS, longestMs: LONGEST_WAIT_MS };
  const { client, call } = open(documentFlowArn, options.client);
  /** False where an execution of that name has been. */
  const start = (name: string, input: object) =>
    callAws(call, async () => {
      try {
        await client.send(
          new StartExecutionCommand({
            stateMachineArn: documentFlowArn,
            name,
            input: JSON.stringify(input),
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof Error && error.name === 'ExecutionAlreadyExists') return false;
        throw error;
      }
    });
  const isRunning = async (name: string) => {
    const executionArn = `${documentFlowArn.replace(':stateMachine:', ':execution:')}:${name}`;
    const command = new DescribeExecutionCommand({ executionArn });
    const { status } = await callAws(call, () => client.send(command));
    return status === 'RUNNING';
  };
  const ended = async (name: string) => {
    for (let waitedMs = 0; waitedMs < longestMs; waitedMs += lookMs) {
      if (!(await isRunning(name))) return;
      await new Promise((resolve) => setTimeout(resolve, lookMs));
    }
    throw new UnavailableError(`the document flow ${name} must end in ${longestMs} ms`, 2);
  };
  return {
    async followDocumentFlow(document, { attempt: first, receivedAt, known }) {
      for (let attempt = first; attempt < first + LOST_ENDS; attempt += 1) {
        const name = `${document.documentId}-${Date.parse(receivedAt)}-${attempt}`;
        const isNew = await start(name, { ...document, sides, attempt, known });
        if (isNew || (await isRunning(name))) return ended(name);
        // It ended, and the record does not say so: what should have noted it was lost.
      }
      throw new UnavailableError(
        `the document flow must leave a record, ${LOST_ENDS} executions of ${document.documentId} left none`,
        60,
      );
    },
  };
}

/** Runs the answer flow as an Express execution. Needs states:StartSyncExecution. */
export function stepFunctionsAnswerFlow(options: {
  readonly answerFlowArn: string;
  readonly client?: ClientSettings;
}): Pick<Flows, 'awaitAnswer'> {
  const { answerFlowArn: stateMachineArn } = options;
  const { client, call } = open(stateMachineArn, options.client, 120_000);
  return {
    async awaitAnswer(question) {
      const { interactionId: name } = question;
      const input = JSON.stringify(question);
      const command = new StartSyncExecutionCommand({ stateMachineArn, name, input });
      const ended = await callAws(call, () => client.send(command));
      if (ended.status === 'SUCCEEDED') return answerSchema().parse(JSON.parse(ended.output ?? ''));
      throw new UnavailableError(
        `the answer flow must succeed, it ended ${ended.status} with ${ended.error ?? 'no error'}: ` +
          (ended.cause ?? 'no cause'),
        2,
      );
    },
  };
}

function open(resource: string, settings: ClientSettings = {}, requestTimeoutMs = 10_000) {
  return {
    client: new SFNClient(clientSettings(settings, { requestTimeoutMs, attempts: 5 })),
    call: {
      service: 'Step Functions',
      resource,
      remedy: 'let the construct that owns the state machine grant this function its start',
    },
  };
}
