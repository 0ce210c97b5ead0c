import { streamHandle } from 'hono/aws-lambda';
import { clock } from '../adapters/clock.ts';
import { stepFunctionsAnswerFlow } from '../adapters/flows.ts';
import { dynamoRecords } from '../adapters/records.ts';
import { recordLimits } from '../domain/governance/record-limits.ts';
import { answerFlowEnv, quotasEnv, recordsEnv } from '../env.ts';
import { askArea } from '../http/ask.ts';
import { signedInApi } from '../http/cognito-tenant.ts';

export const handler = streamHandle(
  signedInApi(
    askArea({
      limits: recordLimits(dynamoRecords(recordsEnv()), quotasEnv().quotas, clock.now),
      ...clock,
      ...stepFunctionsAnswerFlow(answerFlowEnv()),
    }),
  ),
);
