import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRODUCT_NAMESPACE } from '../../lib/shared/product-metric.ts';
import { synthesize } from './synthesize.ts';

const COUNTED = /metrics\.count\(\s*'(\w+)'/g;
const counted = new Set(
  readdirSync('lambda', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) =>
      [...readFileSync(join('lambda', path), 'utf8').matchAll(COUNTED)].map(
        ([, name = '']) => name,
      ),
    ),
);

describe.each(['student', 'dev', 'staging', 'prod'] as const)('%s', (profile) => {
  const resources = Object.values(synthesize(profile).templates).flatMap((template) =>
    Object.values(template.Resources),
  );
  const alarmed = resources.filter(
    ({ Type, Properties }) =>
      Type === 'AWS::CloudWatch::Alarm' && Properties?.['Namespace'] === PRODUCT_NAMESPACE,
  );

  test('every metric that functions count is read, and only those are', () => {
    const read = new Set([
      ...alarmed.map(({ Properties }) => String(Properties?.['MetricName'])),
      ...resources
        .filter(({ Type }) => Type === 'AWS::CloudWatch::Dashboard')
        .flatMap(({ Properties }) => shownIn(JSON.stringify(Properties))),
    ]);
    expect([...read].toSorted()).toEqual([...counted].toSorted());
  });

  test('a side that fails raises an alarm, its own where alarms may cost', () => {
    const sides = alarmed.map(({ Properties }) => JSON.stringify(Properties?.['Dimensions']));
    const own = ['"mlops"', '"llmops"'].map((side) => sides.filter((one) => one.includes(side)));
    expect(own.map(({ length }) => length)).toEqual(profile === 'student' ? [0, 0] : [1, 1]);
    expect(sides).toHaveLength(profile === 'student' ? 1 : 2);
  });
});

/** Names of our metrics in the body of a dashboard, drawn or searched for. */
function shownIn(properties: string): readonly string[] {
  const body = properties.replaceAll('\\', '');
  const drawn = [...body.matchAll(new RegExp(`"${PRODUCT_NAMESPACE}","(\\w+)"`, 'g'))];
  const searched = [...body.matchAll(/MetricName="(\w+)"/g)];
  return [...drawn, ...searched].map(([, name = '']) => name);
}
