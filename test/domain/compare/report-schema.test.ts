import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { buildReport } from '../../../lambda/domain/compare/build-report.ts';
import { reportJsonSchema } from '../../../lambda/domain/compare/report-schema.ts';
import { tinyRun } from './tiny-run.ts';

const FILE = join(__dirname, '../../../docs/schemas/report.schema.json');

// STRATA_WRITE_SCHEMA=1 npx jest test/domain/compare/report-schema.test.ts writes it anew.
if (process.env['STRATA_WRITE_SCHEMA'] === '1') {
  writeFileSync(FILE, `${JSON.stringify(reportJsonSchema(), null, 2)}\n`);
}
const committed: unknown = JSON.parse(readFileSync(FILE, 'utf8'));

test('the committed JSON schema is the one that reports follow', () => {
  expect(committed).toEqual(JSON.parse(JSON.stringify(reportJsonSchema())));
});

test('a report passes the JSON schema', () => {
  const validate = new Ajv({ strict: false }).compile(reportJsonSchema());
  validate(JSON.parse(JSON.stringify(buildReport(tinyRun()))));
  expect(validate.errors).toBeNull();
});

test('a report with an unknown key does not pass', () => {
  const validate = new Ajv({ strict: false }).compile(reportJsonSchema());
  expect(validate({ ...buildReport(tinyRun()), surprise: 1 })).toBe(false);
});
