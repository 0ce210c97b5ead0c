import { handle } from 'hono/aws-lambda';
import { models } from '../../config/models.ts';
import { dynamoRecords } from '../adapters/records.ts';
import { recordsEnv, settingsEnv } from '../env.ts';
import { signedInApi } from '../http/cognito-tenant.ts';
import { overviewArea } from '../http/overview.ts';

const { environment, sides } = settingsEnv();

export const handler = handle(
  signedInApi(
    overviewArea({
      records: dynamoRecords(recordsEnv()),
      languageModel: { reader: models.answer.id },
      settings: { env: environment, sides },
    }),
  ),
);
