import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { training } from '../../config/gates.ts';
import { encodeUbjson } from '../../lambda/domain/trees/encode-ubjson.ts';
import { trainGradientBoosting } from '../../lambda/domain/trees/gradient-boosting.ts';
import type { LabelledRow } from '../../lambda/domain/features/libsvm.ts';
import { toLibsvm } from '../../lambda/domain/features/libsvm.ts';
import { seededRandom } from '../../lambda/domain/features/random.ts';
import { readModelFile } from '../../lambda/domain/trees/read-model-file.ts';
import type { TreeEnsemble } from '../../lambda/domain/trees/score-trees.ts';
import { scoreTrees } from '../../lambda/domain/trees/score-trees.ts';
import {
  fromXgboostJson,
  printXgboostJson,
  toXgboostJson,
} from '../../lambda/domain/trees/xgboost-json.ts';

const ROWS = 400;
const FEATURES = 200;
const CLASSES = 5;
const TOLERANCE = 1e-5;
const scoresSchema = z
  .object({ version: z.string() })
  .catchall(z.union([z.string(), z.array(z.array(z.number()))]));

const [, , step, folder = '.'] = process.argv;
if (step === 'write') write();
else compare();

/** Trains ours and writes it in both formats, beside the rows. */
function write(): void {
  const rows = makeRows();
  const ours = trainGradientBoosting(
    {
      rows: rows.map(({ vector }) => vector),
      labels: rows.map(({ label }) => label),
      classes: CLASSES,
      features: FEATURES,
      seed: 1,
    },
    training,
  );
  const model = toXgboostJson(ours);
  writeFileSync(join(folder, 'rows.libsvm'), toLibsvm(rows));
  writeFileSync(join(folder, 'shape.json'), JSON.stringify({ features: FEATURES }));
  writeFileSync(join(folder, 'ours.json'), printXgboostJson(model));
  writeFileSync(join(folder, 'ours.ubj'), encodeUbjson(model));
}

/** Scores all four files here and compares with what XGBoost said of them. */
function compare(): void {
  const scores = scoresSchema.parse(JSON.parse(readFileSync(join(folder, 'scores.json'), 'utf8')));
  let worst = 0;
  for (const name of ['ours.json', 'ours.ubj', 'theirs.json', 'theirs.ubj']) {
    const model = fromXgboostJson(readModelFile(readFileSync(join(folder, name))));
    const difference = largestDifference(model, scores[name]);
    console.log(`${name}: largest difference ${difference.toExponential(2)}`);
    worst = Math.max(worst, difference);
  }
  const verdict = worst <= TOLERANCE ? 'agree' : 'DIFFER';
  console.log(`Strata and XGBoost ${scores.version} ${verdict} (tolerance ${TOLERANCE})`);
  if (!(worst <= TOLERANCE)) process.exitCode = 1;
}

function largestDifference(model: TreeEnsemble, expected: unknown): number {
  const rows = z.array(z.array(z.number())).length(ROWS).parse(expected);
  const differences = makeRows().flatMap(({ vector }, row) =>
    scoreTrees(model, vector).map((score, label) => Math.abs(score - (rows[row]?.[label] ?? 2))),
  );
  return Math.max(...differences);
}

/** Sparse rows whose class shifts some columns. */
function makeRows(): LabelledRow[] {
  const random = seededRandom(7);
  return Array.from({ length: ROWS }, (_, row) => {
    const label = row % CLASSES;
    const indices: number[] = [];
    const values: number[] = [];
    for (let column = 0; column < FEATURES; column += 1) {
      if (random() > (column % CLASSES === label ? 0.25 : 0.1)) continue;
      indices.push(column);
      values.push(Math.round(random() * 1e5) / 1e5 + 1e-5);
    }
    return { label, vector: { indices, values } };
  });
}
