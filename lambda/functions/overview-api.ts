import { handle } from 'hono/aws-lambda';
import { dynamoRecords } from '../adapters/records.ts';
import { answerModelEnv, settingsEnv, recordsEnv } from '../env.ts';
import { signedInApi } from '../http/cognito-tenant.ts';
import { overviewArea } from '../http/overview.ts';

const { environment, sides } = settingsEnv();

export const handler = handle(
  signedInApi(
    overviewArea({
      records: dynamoRecords(recordsEnv()),
      languageModel: { reader: answerModelEnv().model.id },
      settings: { env: environment, sides },
    }),
  ),
);
