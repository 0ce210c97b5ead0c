import { taxonomy } from '../../config/taxonomy.ts';
import { clock } from '../adapters/clock.ts';
import { s3Documents } from '../adapters/documents.ts';
import { dynamoRecords } from '../adapters/records.ts';
import { documentsEnv, recordsEnv } from '../env.ts';
import { checkCompliance } from '../handlers/check-compliance.ts';

export const handler = checkCompliance({
  documents: s3Documents(documentsEnv()),
  records: dynamoRecords(recordsEnv()),
  taxonomy,
  ...clock,
});
