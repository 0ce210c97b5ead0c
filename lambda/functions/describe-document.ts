import { clock } from '../adapters/clock.ts';
import { s3Documents } from '../adapters/documents.ts';
import { documentsEnv } from '../env.ts';
import { describeDocument } from '../handlers/describe-document.ts';

export const handler = describeDocument({
  documents: s3Documents(documentsEnv()),
  ...clock,
});
