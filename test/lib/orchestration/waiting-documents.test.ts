import { resourcesOf, statementsOf } from '../../../lib/shared/checks/checked.ts';
import { synthesize } from '../synthesize.ts';

const student = synthesize('student');

test('is told of written documents and purchase orders only', () => {
  const source = resourcesOf(student).find(
    ({ Type, where }) =>
      Type === 'AWS::Lambda::EventSourceMapping' && where.includes('RecheckCompliance'),
  );
  const text = JSON.stringify(source?.Properties);
  expect([...text.matchAll(/#([a-z-]+)/g)].map(([, kind]) => kind)).toEqual([
    'document',
    'purchase-order',
  ]);
});

test('writes records and no documents', () => {
  const actions = statementsOf(student)
    .filter(({ where }) => where.includes('RecheckCompliance'))
    .flatMap(({ Action }) => Action);
  expect(actions).toContain('dynamodb:PutItem');
  expect(actions.filter((action) => action.startsWith('s3:Put'))).toEqual([]);
});
