import { s3SealedLog } from '../adapters/sealed-log.ts';
import { auditEnv } from '../env.ts';
import { sealRecords } from '../handlers/seal-records.ts';

export const handler = sealRecords({ sealed: s3SealedLog(auditEnv()) });
