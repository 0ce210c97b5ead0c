import type { ClaimOf } from '../../../../config/controls/schema.ts';
import { isRecord } from '../checked.ts';
import { type Evidence, type Found, held, manual, notHeld } from './evidence.ts';
import { inWords, isMet, valuesAt } from './expectation.ts';

const NOT_LOOKED =
  'No records were looked at: run npm start, then add --live (with --env for those of an account)';

export function checkRecord(claim: ClaimOf<'record'>, { records }: Evidence): Found {
  if (records === null) return manual(NOT_LOOKED);
  const { record, status, property, is } = claim;
  const values = (records.values[record] ?? []).filter(
    (value) => status === undefined || (isRecord(value) && status.includes(String(value.status))),
  );
  if (values.length === 0) return manual(`${records.from} has no such record: make one`);
  const rests = [{ kind: 'records' as const, at: `${records.from}: ${record}` }];
  const wrong = values.filter((value) => !isMet(valuesAt(value, property), is));
  if (wrong.length === 0) {
    return held(`${values.length} of ${values.length} in ${records.from}: ${property}`, rests);
  }
  return notHeld(
    `${wrong.length} of ${values.length} ${record} records in ${records.from} lack ${property} (${inWords(is)})`,
    rests,
  );
}

export function checkLog({ records }: Evidence): Found {
  if (records === null) return manual(NOT_LOOKED);
  const [first] = records.wrong;
  const rests = [{ kind: 'records' as const, at: `${records.from}: sealed log` }];
  if (first === undefined) return held(`${records.entries} entries in ${records.from}`, rests);
  const what = `${records.wrong.length} things are wrong in ${records.from}, the first: ${first}`;
  return notHeld(what, rests);
}
