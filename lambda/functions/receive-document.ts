import { clock } from '../adapters/clock.ts';
import { s3Documents } from '../adapters/documents.ts';
import { s3DroppedObjects } from '../adapters/dropped-objects.ts';
import { stepFunctionsDocumentFlow } from '../adapters/flows.ts';
import { dynamoRecords } from '../adapters/records.ts';
import { documentFlowEnv, documentsEnv, ingestionEnv, recordsEnv } from '../env.ts';
import { receiveDocument } from '../handlers/receive-document.ts';

export const handler = receiveDocument({
  documents: s3Documents(documentsEnv()),
  dropped: s3DroppedObjects(documentsEnv()),
  records: dynamoRecords(recordsEnv()),
  ...ingestionEnv(),
  ...stepFunctionsDocumentFlow(documentFlowEnv()),
  ...clock,
});
