import { SFNClient, StartExecutionCommand, StartSyncExecutionCommand } from '@aws-sdk/client-sfn';
import type { Profile } from '../../config/schema.ts';
import { answerSchema } from '../domain/llmops/answer/answer-steps.ts';
import { UnavailableError } from '../errors.ts';
import type { Flows } from '../flow-ports.ts';
import { callAws } from './aws-errors.ts';
import { type ClientSettings, clientSettings } from './client-settings.ts';

/**
 * Starts the document flow. The execution is named by the document and the attempt, so that a second
 * upload or a repeated event starts nothing. Needs states:StartExecution on the state machine.
 */
export function stepFunctionsDocumentFlow(options: {
  readonly documentFlowArn: string;
  readonly sides: Profile['sides'];
  readonly client?: ClientSettings;
}): Pick<Flows, 'startDocumentFlow'> {
  const { documentFlowArn, sides } = options;
  const { client, call } = open(documentFlowArn, options.client);
  return {
    async startDocumentFlow({ tenant, documentId }, { attempt, known }) {
      const command = new StartExecutionCommand({
        stateMachineArn: documentFlowArn,
        name: attempt === 0 ? documentId : `${documentId}-${attempt}`,
        input: JSON.stringify({ tenant, documentId, sides, attempt, known }),
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
