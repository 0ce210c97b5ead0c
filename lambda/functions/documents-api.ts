import { handle } from 'hono/aws-lambda';
import { clock } from '../adapters/clock.ts';
import { s3Documents } from '../adapters/documents.ts';
import { stepFunctionsDocumentFlow } from '../adapters/flows.ts';
import { dynamoRecords } from '../adapters/records.ts';
import { recordLimits } from '../domain/governance/record-limits.ts';
import { documentFlowEnv, documentsEnv, ingestionEnv, quotasEnv, recordsEnv } from '../env.ts';
import { signedInApi } from '../http/cognito-tenant.ts';
import { documentsArea } from '../http/documents.ts';

const records = dynamoRecords(recordsEnv());

export const handler = handle(
  signedInApi(
    documentsArea({
      documents: s3Documents(documentsEnv()),
      records,
      limits: recordLimits(records, quotasEnv().quotas, clock.now),
      ...ingestionEnv(),
      ...clock,
      ...stepFunctionsDocumentFlow(documentFlowEnv()),
    }),
  ),
);
