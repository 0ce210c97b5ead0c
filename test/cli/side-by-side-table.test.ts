import { sideBySideTable } from '../../cli/side-by-side-table.ts';
import { buildReport } from '../../lambda/domain/compare/build-report.ts';
import { tinyRun } from '../domain/compare/tiny-run.ts';

const lines = sideBySideTable(buildReport(tinyRun())).split('\n');
const lineOf = (label: string) => lines.find((line) => line.startsWith(label)) ?? '';

test('the reader stands in a cell that depends on it', () => {
  expect(lineOf('Category accuracy')).toMatch(/% \(extractive\)$/);
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
