import { createHash } from 'node:crypto';

import * as z from 'zod';

import type { Ports } from '../../ports.ts';
import { assembleBundle } from './assemble-bundle.ts';
import { buildDataSet } from './build-data-set.ts';
import type { HeldOutPrediction } from './calibration.ts';
import type { DocumentLabel } from './data-set.ts';
import { FOLDS, getJson, loadManifest, pathsOf, putJson } from './data-set.ts';
import { featuriseDataSet } from './featurise-data-set.ts';
import type { LabelledRow } from '../features/libsvm.ts';
import { fromLibsvm } from '../features/libsvm.ts';
import type { ModelBundle, ModelEvaluation } from './model-bundle.ts';
import { loadBundle } from './model-registry.ts';
import { scoreTrees } from '../trees/score-trees.ts';
import { fromXgboostJson } from '../trees/xgboost-json.ts';

type TrainingPorts = Pick<
  Ports,
  | 'documents'
  | 'artefacts'
  | 'trainer'
  | 'models'
  | 'taxonomy'
  | 'featureSettings'
  | 'gates'
  | 'now'
>;
export interface TrainedModel {
  readonly bundle: ModelBundle;
  readonly evaluation: ModelEvaluation;
  /** Whether the evaluation reaches `gates.minAccuracy` and `gates.minMacroF1`. */
  readonly passed: boolean;
  /** True where the same data and settings were trained before. */
  readonly reused: boolean;
  readonly durationMs: number;
}

/** Changes when the training code does: older models are not reused. */
const CODE_VERSION = 2;
const trainedSchema = z.strictObject({
  version: z.string(),
  evaluation: z.strictObject({ accuracy: z.number(), macroF1: z.number(), documents: z.int() }),
});

/**
 * The retraining pipeline on one machine: 1. builds the data set, 2. unless it was trained with
 * these settings before: featurises it, trains one model a fold for honest held-out predictions and
 * one on all rows, calibrates, registers; 3. makes the model serve.
 *
 * A model below the gates serves too, and says so in `passed`: on one machine there is no older
 * release to fall back to, and the report shows the figures.
 */
export function trainModel(ports: TrainingPorts) {
  return async (input: {
    readonly tenant: string;
    readonly labels: readonly DocumentLabel[];
    readonly seed: number;
  }): Promise<TrainedModel> => {
    const startedAt = ports.now();
    const { dataSet } = await buildDataSet(ports)(input);
    const path = `models/trained/${keyOf(ports, dataSet)}.json`;
    const reused = await ports.artefacts.has(path);
    if (!reused) await trainOn(ports, dataSet, path);
    const { version, evaluation } = trainedSchema.parse(await getJson(ports.artefacts, path));
    await ports.models.approve(version, 'local');
    const bundle = await loadBundle(ports.artefacts, version);
    const { minAccuracy, minMacroF1 } = ports.gates;
    const passed = evaluation.accuracy >= minAccuracy && evaluation.macroF1 >= minMacroF1;
    return { bundle, evaluation, passed, reused, durationMs: ports.now() - startedAt };
  };
}

function keyOf(ports: TrainingPorts, dataSet: string): string {
  const { trainer, taxonomy, featureSettings } = ports;
  const settings = [CODE_VERSION, dataSet, trainer.version, taxonomy.fields, featureSettings];
  return createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 16);
}

async function trainOn(ports: TrainingPorts, dataSet: string, path: string): Promise<void> {
  const { artefacts, trainer } = ports;
  const { features, classes } = await featuriseDataSet(ports)({ dataSet });
  const { categories, documents, seed } = await loadManifest(artefacts, dataSet);
  const paths = pathsOf(dataSet);
  const parts = [await rowsAt(artefacts, paths.train), await rowsAt(artefacts, paths.validation)];
  /** Both files keep the manifest's order. */
  const [rest = [], held = []] = parts;
  const folds = documents.map(({ fold }) => fold);
  const rows = folds.flatMap((fold) => (fold === 0 ? held.shift() : rest.shift()) ?? []);
  const train = (set: readonly LabelledRow[]): Promise<unknown> =>
    trainer.train({
      rows: set.map(({ vector }) => vector),
      labels: set.map(({ label }) => label),
      classes,
      features,
      seed,
    });
  const heldOut: HeldOutPrediction[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const model = fromXgboostJson(await train(rows.filter((_, index) => folds[index] !== fold)));
    for (const { label, vector } of rows.filter((_, index) => folds[index] === fold)) {
      heldOut.push({ probabilities: scoreTrees(model, vector), label });
    }
  }
  const [trees, vectoriser, fields] = await Promise.all([
    train(rows),
    getJson(artefacts, paths.vectoriser),
    getJson(artefacts, paths.fields),
  ]);
  const { bundle, evaluation } = assembleBundle(
    { categories, vectoriser, trees, fields, dataSet },
    heldOut,
  );
  await ports.models.register(bundle, evaluation);
  await putJson(artefacts, path, { version: bundle.version, evaluation });
}

async function rowsAt(artefacts: Ports['artefacts'], path: string): Promise<LabelledRow[]> {
  return fromLibsvm(new TextDecoder().decode(await artefacts.get(path)));
}
