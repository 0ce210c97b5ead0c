import { clock } from '../adapters/clock.ts';
import { s3Documents } from '../adapters/documents.ts';
import { dynamoRecords } from '../adapters/records.ts';
import { gates } from '../../config/gates.ts';
import { taxonomy } from '../../config/taxonomy.ts';
import { documentsEnv, recordsEnv } from '../env.ts';
import { recheckCompliance } from '../handlers/recheck-compliance.ts';

export const handler = recheckCompliance({
  documents: s3Documents(documentsEnv()),
  records: dynamoRecords(recordsEnv()),
  taxonomy,
  gates,
  ...clock,
});
