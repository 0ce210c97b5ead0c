import { watchAlarms } from '../../../cli/aws/watch-alarms.ts';
import { raisedAlarms } from '../../../lambda/adapters/account/alarms.ts';
import { type Reply, type StandIn, startStandIn } from '../../adapters/stand-in.ts';

let service: StandIn | undefined;
afterEach(() => service?.close());

async function watched(reply: (asked: number) => Reply) {
  let asked = 0;
  service = await startStandIn(() => reply((asked += 1)));
  const raised = raisedAlarms(service.client);
  return watchAlarms(() => raised('dev'), 300, 100);
}
const alarms = (...names: readonly string[]): Reply => ({
  body: {
    MetricAlarms: names.map((AlarmName) => ({ AlarmName, StateReason: 'threshold crossed' })),
  },
});

test('an environment whose alarms stay quiet passes after the time that was given', async () => {
  const stage = await watched(() => alarms());
  expect(stage).toMatchObject({ works: true, seen: 'none' });
  expect(stage.durationMs).toBeGreaterThanOrEqual(300);
  expect(service?.sent.length).toBeGreaterThan(2);
});

test('an alarm that is raised ends it at once, by name and reason', async () => {
  const stage = await watched((asked) =>
    asked === 1 ? alarms() : alarms('strata-dev-application-X'),
  );
  expect(stage).toMatchObject({
    works: false,
    seen: 'strata-dev-application-X: threshold crossed',
  });
  expect(service?.sent).toHaveLength(2);
});

test('alarms that cannot be read are no quiet ones', async () => {
  const body = { __type: 'AccessDeniedException', message: 'not authorized' };
  const stage = await watched(() => ({ status: 403, body }));
  expect(stage).toMatchObject({
    works: false,
    seen: expect.stringContaining('cloudwatch:DescribeAlarms'),
  });
});
