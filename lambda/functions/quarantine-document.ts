import { clock } from '../adapters/clock.ts';
import { dynamoRecords } from '../adapters/records.ts';
import { recordsEnv } from '../env.ts';
import { quarantineDocument } from '../handlers/quarantine-document.ts';

export const handler = quarantineDocument({
  records: dynamoRecords(recordsEnv()),
  ...clock,
});
