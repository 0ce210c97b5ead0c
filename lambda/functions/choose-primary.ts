import { gates } from '../../config/gates.ts';
import { taxonomy } from '../../config/taxonomy.ts';
import { clock } from '../adapters/clock.ts';
import { dynamoRecords } from '../adapters/records.ts';
import { recordsEnv } from '../env.ts';
import { choosePrimary } from '../handlers/choose-primary.ts';

export const handler = choosePrimary({
  records: dynamoRecords(recordsEnv()),
  gates,
  taxonomy,
  ...clock,
});
