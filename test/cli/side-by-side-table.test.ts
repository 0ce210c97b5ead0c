import { sideBySideTable } from '../../cli/side-by-side-table.ts';
import { buildReport } from '../../lambda/domain/compare/build-report.ts';
import { tinyRun } from '../domain/compare/tiny-run.ts';

const report = buildReport(tinyRun());
const lines = sideBySideTable(report).split('\n');
const lineOf = (label: string) => lines.find((line) => line.startsWith(label)) ?? '';

test('quality that a model decides needs one, beside the extractive figure', () => {
  expect(lineOf('Category accuracy')).toMatch(/needs a language model \(extractive: 66\.7 %\)$/);
});

test('the reader stands in a cell that depends on it', () => {
  expect(lineOf('Cost a document')).toMatch(/ \(extractive\)$/);
});

test('the figure of a language model stands for itself', () => {
  const table = sideBySideTable(buildReport(tinyRun({ reader: 'some-model' })));
  expect(table).not.toContain('needs a language model');
});

test('no reader stands beside what the index finds', () => {
  expect(lineOf('Recall at 5, untuned')).toMatch(/%$/);
});

test('what was not measured has its reason below the table', () => {
  expect(lines).toContain('– the classical side answers no questions');
});

test('no line of the table is wider than 100 columns', () => {
  const rules = lines.filter((line) => line.startsWith('─'));
  expect(rules.every((line) => line.length <= 100)).toBe(true);
});

test('a refused document is named below the table with its reason', () => {
  const [refusal] = report.rejected.documents;
  expect(lines).toContain(`✖ ${refusal?.id} refused (${refusal?.code}): ${refusal?.message}`);
});

test('no more than five refusals fill the screen', () => {
  const documents = Array.from({ length: 7 }, (_, at) => ({
    id: `d${at}`,
    code: 'empty' as const,
    message: 'm',
  }));
  const many = { ...report, rejected: { ...report.rejected, documents } };
  expect(sideBySideTable(many)).toMatch(/d4 refused.+\n✖ … and 2 more: see the report$/);
});
