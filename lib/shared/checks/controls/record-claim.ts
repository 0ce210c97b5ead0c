import type { ClaimOf } from '../../../../config/controls/schema.ts';
import { isRecord } from '../checked.ts';
import { type Evidence, fail, type Found, manual, pass } from './evidence.ts';
import { inWords, isMet, valuesAt } from './expectation.ts';

const NOTHING_RAN = 'There are no records here: run npm start, or name an environment (--live)';

export function checkRecord(claim: ClaimOf<'record'>, { records }: Evidence): Found {
  if (records === null) return manual(NOTHING_RAN);
  const { record, status, property, is } = claim;
  const values = (records.values[record] ?? []).filter(
    (value) => status === undefined || (isRecord(value) && status.includes(String(value.status))),
  );
  if (values.length === 0) return manual(`${records.from} has no such record: make one`);
  const wrong = values.filter((value) => !isMet(valuesAt(value, property), is));
  if (wrong.length === 0) {
    return pass(`${values.length} of ${values.length} in ${records.from}: ${property}`);
  }
  return fail(
    `${wrong.length} of ${values.length} ${record} records in ${records.from} lack ${property} (${inWords(is)})`,
  );
}

export function checkLog({ records }: Evidence): Found {
  if (records === null) return manual(NOTHING_RAN);
  const [first] = records.wrong;
  if (first === undefined) return pass(`${records.entries} entries in ${records.from}`);
  return fail(`${records.wrong.length} things are wrong in ${records.from}, the first: ${first}`);
}
