import { withinBudget } from '../../../lambda/domain/parsing/time-budget.ts';

const now = () => performance.now();

test('gives the result of work that ends in time', async () => {
  const work = async () => 'done';
  expect(await withinBudget({ ms: 1_000, now, stop: () => undefined }, work)).toBe('done');
});

test('stops work that only awaits resolved promises and so keeps timers from running', async () => {
  const state = { stopped: false };
  const work = async () => {
    while (!state.stopped) await Promise.resolve();
  };
  const stop = () => {
    state.stopped = true;
  };
  expect(await withinBudget({ ms: 50, now, stop }, work)).toBeNull();
});

test('stops work that waits for nothing that comes', async () => {
  let stopped = 0;
  const stop = () => {
    stopped += 1;
  };
  await withinBudget({ ms: 20, now, stop }, () => new Promise(() => undefined));
  expect(stopped).toBe(1);
});

test('passes an error on', async () => {
  const work = () => Promise.reject(new Error('broken'));
  await expect(withinBudget({ ms: 1_000, now, stop: () => undefined }, work)).rejects.toThrow(
    'broken',
  );
});
