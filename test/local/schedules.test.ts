import { schedules } from '../../local/events/schedules.ts';

function withClock(work: () => Promise<object>, everyMinutes = 5) {
  const clock = { now: 0 };
  const log: { readonly cause?: unknown }[] = [];
  const one = { name: 'sweep', everyMinutes, work: async () => ({ ...(await work()) }) };
  const told = {
    log: (line: { readonly cause?: unknown }) => log.push(line),
    now: () => clock.now,
  };
  return { clock, log, running: schedules([one], told) };
}

test('work is done at once and then each so many minutes of the clock', async () => {
  const doneAt: number[] = [];
  const { clock, running } = withClock(async () => ({ at: doneAt.push(clock.now) }));
  for (const minute of [0, 1, 4.9, 5, 9, 10, 30]) {
    clock.now = minute * 60_000;
    await running.runDue();
  }
  expect(doneAt.map((ms) => ms / 60_000)).toEqual([0, 5, 10, 30]);
});

test('work that fails is logged and done again at its next turn', async () => {
  let tries = 0;
  const { clock, log, running } = withClock(async () => {
    tries += 1;
    throw new Error('the disk is full');
  });
  await running.runDue();
  clock.now = 300_000;
  await running.runDue();
  expect([tries, log.map(({ cause }) => String(cause))]).toEqual([
    2,
    ['Error: the disk is full', 'Error: the disk is full'],
  ]);
});

test('two turns at once do the work once', async () => {
  let times = 0;
  const { running } = withClock(async () => ({ times: (times += 1) }));
  await Promise.all([running.runDue(), running.runDue()]);
  expect(times).toBe(1);
});

test('nothing is left of a stopped one', async () => {
  let times = 0;
  const { running } = withClock(async () => ({ times: (times += 1) }));
  running.start();
  await running.stop();
  expect(times).toBe(1);
});
