import * as z from 'zod';

import { InvalidInputError } from '../../errors.ts';
import type { PortsOf } from '../../capabilities.ts';
import { lazily } from '../../lazily.ts';
import { step } from '../../step.ts';
import type { ArtefactPath, ArtefactsRead } from '../../store-ports.ts';
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
import { getJson, putJson } from './artefact-json.ts';
import { loadManifest, pathsOf } from './data-set.ts';
import type { ModelEvaluation } from './model-bundle.ts';

export interface EvaluatedModel extends ModelEvaluation {
  readonly version: string;
  /** Path of the figures and the confusion matrix. */
  readonly statistics: ArtefactPath<'evaluations'>;
  readonly confusion: Confusion;
  readonly durationMs: number;
}

type ModelPath = ArtefactPath<'data-sets' | 'models'>;
export interface ModelToEvaluate {
  readonly dataSet: string;
  /** Path of the trees that never saw the held-out part: `model.tar.gz`, UBJSON or JSON. */
  readonly candidate: ModelPath;
  /** Path of the trees that saw all rows: they are what is registered. */
  readonly model: ModelPath;
  /** `mark`: a model below the gates is registered all the same and says so. */
  readonly belowGates: 'refuse' | 'mark';
}

const storedCompanionsSchema = lazily(() =>
  z.strictObject({ candidate: companionsSchema(), model: companionsSchema() }),
);

/** Step `mlops-evaluate-model` of the training pipeline: below the gates nothing is registered. */
export const evaluateModel = step({
  name: 'mlops-evaluate-model',
  does: 'Measures and calibrates a trained model, and registers it where it reaches the gates',
  input: () =>
    z.strictObject({
      featureSet: z.string().min(1),
      /** `model.tar.gz` of the training jobs, in the artefact store. */
      candidateUri: z.string().min(1),
      modelUri: z.string().min(1),
    }),
  output: () =>
    z.strictObject({
      version: z.string(),
      /** `"true"` or `"false"`: pipelines compare text. */
      passed: z.string(),
      statisticsUri: z.string(),
      modelUri: z.string(),
      accuracy: z.number(),
      macroF1: z.number(),
      documents: z.number(),
      durationMs: z.number(),
    }),
  touches: [
    'artefacts.read:data-sets',
    'artefacts.read:models',
    'artefacts.write:evaluations',
    'artefacts.locate',
    'models.register',
    'settings.gates',
  ],
  memoryMb: 3_008,
  // SageMaker waits at most 10 minutes for a Lambda step.
  timeoutSeconds: 600,
  run:
    (ports) =>
    async ({ featureSet, candidateUri, modelUri }) => {
      const prefix = ports.artefacts.uri('');
      const [candidate, model] = [candidateUri, modelUri].map((uri) => pathBelow(prefix, uri));
      if (candidate === undefined || model === undefined) throw new TypeError('two models');
      const { version, passed, statistics, accuracy, macroF1, documents, durationMs } =
        await evaluationOf(ports)({ dataSet: featureSet, candidate, model, belowGates: 'refuse' });
      return {
        version,
        passed: String(passed),
        statisticsUri: ports.artefacts.uri(statistics),
        modelUri,
        accuracy,
        macroF1,
        documents,
        durationMs,
      };
    },
});

/** Training jobs write below `data-sets/` or `models/`. */
function pathBelow(prefix: string, uri: string): ModelPath {
  const path = uri.startsWith(prefix) ? uri.slice(prefix.length) : '';
  if (isModelPath(path)) return path;
  throw new InvalidInputError(
    `models must lie below ${prefix}data-sets/ or ${prefix}models/, got ${uri}; let the training job write there`,
  );
}

function isModelPath(path: string): path is ModelPath {
  return path.startsWith('data-sets/') || path.startsWith('models/');
}

/**
 * 1. reads both trained models, 2. scores the held-out rows with the candidate, 3. calibrates on
 * them, 4. assembles the bundle of the model and names it by its hash, 5. registers it where it
 * reaches the gates.
 * @throws InvalidInputError where the trees do not fit the data set
 */
export function evaluationOf(
  ports: PortsOf<
    | 'artefacts.read:data-sets'
    | 'artefacts.read:models'
    | 'artefacts.write:evaluations'
    | 'models.register'
    | 'settings.gates'
  >,
) {
  const { artefacts, gates } = ports;
  return async (input: ModelToEvaluate): Promise<EvaluatedModel> => {
    const startedAt = ports.now();
    const { dataSet } = input;
    const { categories } = await loadManifest(artefacts, dataSet);
    const paths = pathsOf(dataSet);
    const [candidate, model] = await Promise.all(
      [input.candidate, input.model].map((path) => readTrees(artefacts, path, categories, dataSet)),
    );
    const companions = storedCompanionsSchema().parse(await getJson(artefacts, paths.companions));
    const vectoriser = vectoriserSchema().parse(await getJson(artefacts, paths.vectoriser));
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
    const statistics = `evaluations/${bundle.version}.json` as const;
    await putJson(artefacts, statistics, { ...evaluation, categories, confusion });
    const durationMs = ports.now() - startedAt;
    return { version: bundle.version, statistics, confusion, ...evaluation, durationMs };
  };
}

async function readTrees(
  artefacts: ArtefactsRead<'data-sets' | 'models'>,
  path: ModelPath,
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
