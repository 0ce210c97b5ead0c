import { training } from '../../../config/gates.ts';
import { trainGradientBoosting } from '../../../lambda/domain/trees/gradient-boosting.ts';
import type { LabelledRow } from '../../../lambda/domain/features/libsvm.ts';
import { seededRandom } from '../../../lambda/domain/features/random.ts';
import { scoreTrees } from '../../../lambda/domain/trees/score-trees.ts';

const settings = { ...training, rounds: 20 };

/** Class 0: column 0 below a half. Class 1: above. Class 2: column 0 missing. Column 1 is noise. */
function makeRows(count: number, seed: number): LabelledRow[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const label = index % 3;
    const value = label === 0 ? random() * 0.5 : 0.5 + random() * 0.5;
    const noise = random();
    const vector =
      label === 2 ? { indices: [1], values: [noise] } : { indices: [0, 1], values: [value, noise] };
    return { label, vector };
  });
}

function train(options: Partial<typeof settings> = {}, seed = 1) {
  const rows = makeRows(90, 1);
  return trainGradientBoosting(
    {
      rows: rows.map(({ vector }) => vector),
      labels: rows.map(({ label }) => label),
      classes: 3,
      features: 2,
      seed,
    },
    { ...settings, colsampleByTree: 1, ...options },
  );
}

test('learns thresholds and the side of missing values', () => {
  const model = train();
  const unseen = makeRows(60, 2);
  const right = unseen.filter(({ label, vector }) => {
    const scores = scoreTrees(model, vector);
    return scores[label] === Math.max(...scores);
  });
  expect(right.length / unseen.length).toBeGreaterThan(0.95);
});

test('the same seed gives the same trees', () => {
  expect(train({ subsample: 0.7 })).toEqual(train({ subsample: 0.7 }));
});

test('another seed samples other rows', () => {
  expect(train({ subsample: 0.7 }, 2)).not.toEqual(train({ subsample: 0.7 }, 1));
});

test('probabilities sum to one', () => {
  const sum = scoreTrees(train(), { indices: [0], values: [0.3] }).reduce((a, b) => a + b, 0);
  expect(sum).toBeCloseTo(1, 10);
});

test('grows no tree deeper than configured', () => {
  const stumps = train({ maxDepth: 1 });
  expect(Math.max(...stumps.trees.map((tree) => tree.left.length))).toBe(3);
});

test('splits no node below twice the minimum child weight', () => {
  const model = train({ minChildWeight: 1_000 });
  expect(model.trees.every((tree) => tree.left.length === 1)).toBe(true);
});

test('the first split of a stump has the gain of the published formula', () => {
  const model = trainGradientBoosting(
    {
      rows: [0.1, 0.2, 0.8, 0.9].map((value) => ({ indices: [0], values: [value] })),
      labels: [0, 0, 1, 1],
      classes: 2,
      features: 1,
      seed: 1,
    },
    { ...settings, colsampleByTree: 1, rounds: 1, maxDepth: 1, minChildWeight: 0, lambda: 1 },
  );
  /** p = ½: gradients ∓½, hessians ½; G²/(H+λ) a side = 1/2, of the parent 0. */
  expect(model.trees[0]?.gain[0]).toBeCloseTo(1, 6);
});
