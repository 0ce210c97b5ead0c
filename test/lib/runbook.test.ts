import { readFileSync } from 'node:fs';
import { profileNames } from '../../config/load-profile.ts';
import { listOf, resourcesOf } from '../../lib/shared/checks/checked.ts';
import { synthesize } from './synthesize.ts';

const PAGE = readFileSync('docs/operator.md', 'utf8');
const RUNBOOK = PAGE.slice(
  PAGE.indexOf('<!-- runbook -->'),
  PAGE.indexOf('<!-- end -->', PAGE.indexOf('<!-- runbook -->')),
);

const alarms = profileNames.flatMap((name) =>
  resourcesOf(synthesize(name)).filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm'),
);
const meanings = [...new Set(alarms.map(({ Properties }) => String(Properties?.AlarmDescription)))];

test('the templates have alarms, and every one tells the topic', () => {
  expect(meanings.length).toBeGreaterThan(4);
  for (const { Properties } of alarms) expect(listOf(Properties?.AlarmActions)).toHaveLength(1);
});

test.each(meanings)('the runbook says what to do about “%s”', (meaning) => {
  expect(RUNBOOK).toMatch(new RegExp(`\\*\\*${escaped(meaning)}\\.?\\*\\*`));
});

test('the runbook has no alarm that is not there', () => {
  const known = [...meanings, 'The training pipeline failed', 'The budget'];
  const written = [...RUNBOOK.matchAll(/\*\*(.+?)\.?\*\*/g)].map(([, words]) => words);
  expect(written.filter((words) => !known.includes(words ?? ''))).toEqual([]);
});

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
