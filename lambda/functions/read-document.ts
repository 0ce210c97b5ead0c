import { clock } from '../adapters/clock.ts';
import { s3Documents } from '../adapters/documents.ts';
import { dynamoRecords } from '../adapters/records.ts';
import { workerParser } from '../adapters/parser/parser.ts';
import { textractText } from '../adapters/text.ts';
import { documentsEnv, ingestionEnv, recordsEnv } from '../env.ts';
import { readDocument } from '../handlers/read-document.ts';

export const handler = readDocument({
  documents: s3Documents(documentsEnv()),
  records: dynamoRecords(recordsEnv()),
  parser: workerParser({ directory: import.meta.dirname }),
  text: textractText(documentsEnv()),
  ...ingestionEnv(),
  ...clock,
});
