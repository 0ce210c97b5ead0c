import { clock } from '../adapters/clock.ts';
import { dynamoRecords } from '../adapters/records.ts';
import { recordsEnv } from '../env.ts';
import { recordDocument } from '../handlers/record-document.ts';

export const handler = recordDocument({
  records: dynamoRecords(recordsEnv()),
  ...clock,
});
