import { KNOWN, KNOWN_FOLDERS } from './known.ts';
import { PLANTS } from './plants.ts';
import { readSource } from './read-source.ts';
import { readTree } from './read-tree.ts';
import { RULES, type RuleId, type Violation, violationsIn } from './rules.ts';

const FOLDER_RULE: RuleId = 'a folder holds at most 20 files';
const rules = Object.keys(RULES);
const found = violationsIn(readTree());

test.each(rules)('%s', (rule) => {
  const open = found.filter((one) => one.rule === rule && !isKnown(one));
  expect(open.map(({ file, detail }) => `${file} → ${detail}`)).toEqual([]);
});

test.each(rules)('a planted violation exists of: %s', (rule) => {
  expect(PLANTS.filter((plant) => plant.rule === rule)).not.toEqual([]);
});

test.each(
  PLANTS.map((plant) => [plant.rule, plant.what, plant] as const),
)('%s: %s is caught', (rule, _, { files }) => {
  const planted = Object.entries(files).map(([path, code]) => readSource(path, code));
  expect(violationsIn(planted).map((one) => one.rule)).toContain(rule);
});

test('a comment, a string and a local name break no rule', () => {
  const code = `
    // import { y } from '../../adapters/y.ts'; process.env.X; Date.now();
    import type { Y } from '../../ports.ts';
    export const x = (process: Y, at: Date): string =>
      \`import('../../adapters/y.ts') \${new Date(at).getTime()} \${Math.max(1, Date.UTC(2026))}\`;
    export const fields = { process: 1, fetch: 2, crypto: 3 };
  `;
  expect(violationsIn([readSource('lambda/domain/text/x.ts', code)])).toEqual([]);
});

test('what is known to break a rule still does', () => {
  const stale = KNOWN.filter((known) => !found.some((one) => matches(known, one)));
  expect(stale.map(({ rule, file, detail }) => `${rule}: ${file} → ${detail}`)).toEqual([]);
});

test('a folder that is known to hold too many files still does', () => {
  const crowded = new Set(found.flatMap((one) => (one.rule === FOLDER_RULE ? [one.file] : [])));
  expect(Object.keys(KNOWN_FOLDERS).filter((folder) => !crowded.has(folder))).toEqual([]);
});

function isKnown(violation: Violation): boolean {
  if (violation.rule === FOLDER_RULE) {
    return Number.parseInt(violation.detail, 10) <= (KNOWN_FOLDERS[violation.file] ?? 0);
  }
  return KNOWN.some((known) => matches(known, violation));
}

function matches(
  known: Pick<Violation, 'rule' | 'file' | 'detail'>,
  { rule, file, detail }: Violation,
): boolean {
  return known.rule === rule && known.file === file && known.detail === detail;
}
