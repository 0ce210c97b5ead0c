import { InvalidInputError } from '../../errors.ts';
import type { Ports } from '../../ports.ts';
import { assembleBundle } from './assemble-bundle.ts';
import type { Confusion } from './class-metrics.ts';
import { getJson, loadManifest, pathsOf, putJson } from './data-set.ts';
import { fromLibsvm } from '../features/libsvm.ts';
import type { ModelEvaluation } from './model-bundle.ts';
import { readModelFile } from '../trees/read-model-file.ts';
import { scoreTrees } from '../trees/score-trees.ts';
import { fromXgboostJson } from '../trees/xgboost-json.ts';

export interface EvaluatedModel extends ModelEvaluation {
  readonly version: string;
  /** Whether accuracy and macro F1 reach the gates. */
  readonly passed: boolean;
  /** Path of the figures and the confusion matrix. */
  readonly statistics: string;
  readonly confusion: Confusion;
  readonly durationMs: number;
}

/**
 * 1. reads the trained trees, 2. scores the held-out rows, 3. calibrates on them, 4. assembles the
 * bundle and names it by its hash, 5. registers it where it reaches the gates.
 * @throws InvalidInputError where the trees do not fit the data set
 */
export function evaluateModel(ports: Pick<Ports, 'artefacts' | 'models' | 'gates' | 'now'>) {
  const { artefacts, gates } = ports;
  return async (input: {
    readonly dataSet: string;
    /** Path of `model.tar.gz`, or of a model as UBJSON or JSON. */
    readonly model: string;
  }): Promise<EvaluatedModel> => {
    const startedAt = ports.now();
    const { dataSet } = input;
    const { categories } = await loadManifest(artefacts, dataSet);
    const paths = pathsOf(dataSet);
    const trees = readModelFile(await artefacts.get(input.model));
    const ensemble = fromXgboostJson(trees);
    if (ensemble.classes !== categories.length) {
      throw new InvalidInputError(
        `the model must score ${categories.length} classes as data set ${dataSet} has, ` +
          `got ${ensemble.classes}; train with num_class = ${categories.length}`,
      );
    }
    const rows = fromLibsvm(new TextDecoder().decode(await artefacts.get(paths.validation)));
    const heldOut = rows.map(({ label, vector }) => ({
      label,
      probabilities: scoreTrees(ensemble, vector),
    }));
    const vectoriser = await getJson(artefacts, paths.vectoriser);
    const fields = await getJson(artefacts, paths.fields);
    const { bundle, evaluation, confusion } = assembleBundle(
      { categories, vectoriser, trees, fields, dataSet },
      heldOut,
    );
    const { accuracy, macroF1 } = evaluation;
    const passed = accuracy >= gates.minAccuracy && macroF1 >= gates.minMacroF1;
    if (passed) await ports.models.register(bundle, evaluation);
    const statistics = `evaluations/${bundle.version}.json`;
    await putJson(artefacts, statistics, { ...evaluation, categories, confusion });
    const durationMs = ports.now() - startedAt;
    return { version: bundle.version, passed, statistics, confusion, ...evaluation, durationMs };
  };
}
