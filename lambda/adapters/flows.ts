import { SFNClient, StartExecutionCommand, StartSyncExecutionCommand } from '@aws-sdk/client-sfn';
import type { Profile } from '../../config/schema.ts';
import type { Answer } from '../domain/llmops/answer.ts';
import { LimitExceededError, ModelReplyError, UnavailableError } from '../errors.ts';
import type { Flows } from '../ports.ts';
import { callAws } from './aws-errors.ts';
import { type ClientSettings, clientSettings } from './client-settings.ts';

const REMEDY = 'let the construct that owns the state machine grant this function its start';

/**
 * Starts the document flow. The execution is named by the document, so that a second upload or a
 * repeated event starts nothing. Needs states:StartExecution on the state machine.
 */
export function stepFunctionsDocumentFlow(options: {
  readonly documentFlowArn: string;
  readonly sides: Profile['sides'];
  readonly client?: ClientSettings;
}): Pick<Flows, 'startDocumentFlow'> {
  const { documentFlowArn, sides } = options;
  const client = new SFNClient(
    clientSettings(options.client ?? {}, { requestTimeoutMs: 10_000, attempts: 5 }),
  );
  const call = { service: 'Step Functions', resource: documentFlowArn, remedy: REMEDY };
  return {
    async startDocumentFlow({ tenant, documentId }) {
      const command = new StartExecutionCommand({
        stateMachineArn: documentFlowArn,
        name: documentId,
        input: JSON.stringify({ tenant, documentId, sides }),
      });
      await callAws(call, async () => {
        try {
          await client.send(command);
        } catch (error) {
          if (!(error instanceof Error) || error.name !== 'ExecutionAlreadyExists') throw error;
        }
      });
    },
  };
}

/** Runs the Express answer flow to its end. Needs states:StartSyncExecution on it. */
export function stepFunctionsAnswerFlow(options: {
  readonly answerFlowArn: string;
  readonly client?: ClientSettings;
}): Pick<Flows, 'answerQuestion'> {
  const { answerFlowArn } = options;
  const client = new SFNClient({
    ...clientSettings(options.client ?? {}, { requestTimeoutMs: 290_000, attempts: 2 }),
    // StartSyncExecution is served by sync-states.<region>; a stand-in has no such host.
    disableHostPrefix: options.client?.endpoint !== undefined,
  });
  const call = { service: 'Step Functions', resource: answerFlowArn, remedy: REMEDY };
  return {
    async answerQuestion(question) {
      const command = new StartSyncExecutionCommand({
        stateMachineArn: answerFlowArn,
        name: question.interactionId,
        input: JSON.stringify(question),
      });
      const reply = await callAws(call, () => client.send(command));
      if (reply.status === 'SUCCEEDED' && reply.output) return parseAnswer(reply.output);
      throw failure(reply.error ?? reply.status ?? 'unknown', reply.cause ?? '');
    },
  };
}

function parseAnswer(output: string): Answer {
  const answer: unknown = JSON.parse(output);
  if (isAnswer(answer)) return answer;
  throw new ModelReplyError('the answer flow must end with an answer; see its execution log');
}

/** The last state records the answer; what it returns was checked there. */
function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && 'interactionId' in value;
}

function failure(error: string, cause: string): Error {
  const message = `the answer flow ended with ${error}: ${cause.slice(0, 500)}`;
  if (error === 'LimitExceededError') return new LimitExceededError(message, 60);
  return new UnavailableError(message, 5);
}
