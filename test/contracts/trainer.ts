import { scoreTrees } from '../../lambda/domain/trees/score-trees.ts';
import { fromXgboostJson } from '../../lambda/domain/trees/xgboost-json.ts';
import type { Trainer } from '../../lambda/ports.ts';

const rows = Array.from({ length: 40 }, (_, row) => ({ indices: [row % 2], values: [1] }));
const set = {
  rows,
  labels: rows.map((_, row) => row % 2),
  classes: 2,
  features: 2,
  seed: 1,
};

/** What every adapter of `Trainer` must do. */
export function describeTrainerContract(name: string, makeAdapter: () => Trainer): void {
  describe(`${name} keeps the contract of trainer`, () => {
    test('learns what separates the classes', async () => {
      const model = fromXgboostJson(await makeAdapter().train(set));
      expect(scoreTrees(model, { indices: [1], values: [1] })[1]).toBeGreaterThan(0.8);
    });

    test('the same set gives the same model', async () => {
      const trainer = makeAdapter();
      expect(await trainer.train(set)).toEqual(await trainer.train(set));
    });

    test('says its version', () => {
      expect(makeAdapter().version).not.toBe('');
    });
  });
}
