import { readFileSync } from 'node:fs';
import { survivorsOf } from '../../lib/shared/checks/survivors.ts';
import { synthesize } from './synthesize.ts';

const manual = readFileSync('docs/operator.md', 'utf8');

test.each([
  'student',
  'prod',
] as const)('what survives teardown of %s is what the manual lists', (name) => {
  const [, section = ''] = manual.split(`<!-- survivors of ${name} -->`);
  const listed = section.split('<!-- end -->')[0]?.match(/^- .*$/gm) ?? [];
  expect(listed.map((line) => line.slice(2))).toEqual(survivorsOf(synthesize(name)));
});

test('student keeps no resource that CloudFormation made', () => {
  expect(survivorsOf(synthesize('student')).join('\n')).not.toContain('is retained');
});
