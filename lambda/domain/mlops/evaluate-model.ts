import * as z from 'zod';

import { InvalidInputError } from '../../errors.ts';
import type { Ports } from '../../ports.ts';
import { fromLibsvm } from '../features/libsvm.ts';
import { vectoriserSchema } from '../features/vectoriser.ts';
import { readModelFile } from '../trees/read-model-file.ts';
import type { TreeEnsemble } from '../trees/score-trees.ts';
import { scoreTrees } from '../trees/score-trees.ts';
import { fromXgboostJson } from '../trees/xgboost-json.ts';
import { assembleBundle } from './assemble-bundle.ts';
import type { HeldOutPrediction } from './calibration.ts';
import type { Confusion } from './class-metrics.ts';
import { companionsSchema, opinionsOf } from './companions.ts';
import { getJson, loadManifest, pathsOf, putJson } from './data-set.ts';
import type { ModelEvaluation } from './model-bundle.ts';

export interface EvaluatedModel extends ModelEvaluation {
  readonly version: string;
  /** Path of the figures and the confusion matrix. */
  readonly statistics: string;
  readonly confusion: Confusion;
  readonly durationMs: number;
}

export interface ModelToEvaluate {
  readonly dataSet: string;
  /** Path of the trees that never saw the held-out part: `model.tar.gz`, UBJSON or JSON. */
  readonly candidate: string;
  /** Path of the trees that saw all rows: they are what is registered. */
  readonly model: string;
  /** `mark`: a model below the gates is registered all the same and says so. */
  readonly belowGates: 'refuse' | 'mark';
}

const storedCompanionsSchema = z.strictObject({
  candidate: companionsSchema,
  model: companionsSchema,
});

/**
 * 1. reads both trained models, 2. scores the held-out rows with the candidate, 3. calibrates on
 * them, 4. assembles the bundle of the model and names it by its hash, 5. registers it where it
 * reaches the gates.
 * @throws InvalidInputError where the trees do not fit the data set
 */
export function evaluateModel(ports: Pick<Ports, 'artefacts' | 'models' | 'gates' | 'now'>) {
  const { artefacts, gates } = ports;
  return async (input: ModelToEvaluate): Promise<EvaluatedModel> => {
    const startedAt = ports.now();
    const { dataSet } = input;
    const { categories } = await loadManifest(artefacts, dataSet);
    const paths = pathsOf(dataSet);
    const [candidate, model] = await Promise.all(
      [input.candidate, input.model].map((path) => readTrees(artefacts, path, categories, dataSet)),
    );
    const companions = storedCompanionsSchema.parse(await getJson(artefacts, paths.companions));
    const vectoriser = vectoriserSchema.parse(await getJson(artefacts, paths.vectoriser));
    const rows = fromLibsvm(new TextDecoder().decode(await artefacts.get(paths.validation)));
    const heldOut = rows.map(({ label, vector }): HeldOutPrediction => {
      const trees = candidate === undefined ? [] : scoreTrees(candidate.ensemble, vector);
      return { label, opinions: opinionsOf(companions.candidate, vectoriser, vector, trees) };
    });
    const fields = await getJson(artefacts, paths.fields);
    const { bundle, evaluation, confusion } = assembleBundle(
      {
        categories,
        vectoriser,
        trees: model?.trees,
        companions: companions.model,
        fields,
        dataSet,
      },
      heldOut,
      gates,
    );
    if (evaluation.passed || input.belowGates === 'mark') {
      await ports.models.register(bundle, evaluation);
    }
    const statistics = `evaluations/${bundle.version}.json`;
    await putJson(artefacts, statistics, { ...evaluation, categories, confusion });
    const durationMs = ports.now() - startedAt;
    return { version: bundle.version, statistics, confusion, ...evaluation, durationMs };
  };
}

async function readTrees(
  artefacts: Ports['artefacts'],
  path: string,
  categories: readonly string[],
  dataSet: string,
): Promise<{ readonly trees: unknown; readonly ensemble: TreeEnsemble }> {
  const trees = readModelFile(await artefacts.get(path));
  const ensemble = fromXgboostJson(trees);
  if (ensemble.classes === categories.length) return { trees, ensemble };
  throw new InvalidInputError(
    `the model must score ${categories.length} classes as data set ${dataSet} has, ` +
      `got ${ensemble.classes}; train with num_class = ${categories.length}`,
  );
}
