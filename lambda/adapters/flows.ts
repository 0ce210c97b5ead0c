import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { Profile } from '../../config/schema.ts';
import type { Flows } from '../flows.ts';
import { callAws } from './aws-errors.ts';
import { type ClientSettings, clientSettings } from './client-settings.ts';

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
  const call = {
    service: 'Step Functions',
    resource: documentFlowArn,
    remedy: 'let the construct that owns the state machine grant this function its start',
  };
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
