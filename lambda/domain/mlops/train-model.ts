import { createHash } from 'node:crypto';

import * as z from 'zod';

import type { PortsOf } from '../../capabilities.ts';
import { lazily } from '../../lazily.ts';
import type { ArtefactPath } from '../../store-ports.ts';
import { fromLibsvm } from '../features/libsvm.ts';
import { getJson, putJson } from './artefact-json.ts';
import { dataSetOf } from './build-data-set.ts';
import type { DocumentLabel } from '../document/label-document.ts';
import { loadManifest, pathsOf } from './data-set.ts';
import { evaluationOf } from './evaluate-model.ts';
import { featuriseDataSet } from './featurise-data-set.ts';
import type { ModelBundle, ModelEvaluation } from './model-bundle.ts';
import { loadBundle } from './model-registry.ts';

type TrainingPorts = PortsOf<
  | 'documents.read:text'
  | 'artefacts.read:data-sets'
  | 'artefacts.read:models'
  | 'artefacts.write:data-sets'
  | 'artefacts.write:models'
  | 'artefacts.write:evaluations'
  | 'artefacts.locate'
  | 'trainer'
  | 'models.register'
  | 'models.approve'
  | 'settings.taxonomy'
  | 'settings.features'
  | 'settings.gates'
>;
export interface TrainedModel {
  readonly bundle: ModelBundle;
  /** `passed` says whether it reaches the gates. */
  readonly evaluation: ModelEvaluation;
  /** True where the same data and settings were trained before. */
  readonly reused: boolean;
  readonly durationMs: number;
}

/** Changes when the training code does: older models are not reused. */
const CODE_VERSION = 5;
const trainedSchema = lazily(() =>
  z.strictObject({
    version: z.string(),
    evaluation: z.strictObject({
      accuracy: z.number(),
      macroF1: z.number(),
      documents: z.int(),
      passed: z.boolean(),
    }),
  }),
);

/**
 * The training pipeline on one machine, by its own steps in its own order: 1. builds the data set,
 * 2. featurises it, 3. trains the candidate and the model (there the XGBoost container, here the
 * trainer port), 4. evaluates, decides the gates and registers, 5. makes the model serve. Data and
 * settings that were trained before are not trained again.
 *
 * A model below the gates serves too, and says so in `evaluation.passed`: on one machine there is
 * no older release to fall back to, and the report shows that the gate would have refused.
 */
export function trainModel(ports: TrainingPorts) {
  return async (input: {
    readonly tenant: string;
    readonly labels: readonly DocumentLabel[];
    readonly seed: number;
  }): Promise<TrainedModel> => {
    const startedAt = ports.now();
    const { dataSet } = await dataSetOf(ports)(input);
    const path = `models/trained/${keyOf(ports, dataSet)}.json` as const;
    const reused = await ports.artefacts.has(path);
    if (!reused) await trainOn(ports, dataSet, path);
    const { version, evaluation } = trainedSchema().parse(await getJson(ports.artefacts, path));
    await ports.models.approve(version, 'local');
    const bundle = await loadBundle(ports.artefacts, version);
    return { bundle, evaluation, reused, durationMs: ports.now() - startedAt };
  };
}

function keyOf(ports: TrainingPorts, dataSet: string): string {
  const { trainer, taxonomy, featureSettings } = ports;
  const settings = [CODE_VERSION, dataSet, trainer.version, taxonomy.fields, featureSettings];
  return createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 16);
}

async function trainOn(
  ports: TrainingPorts,
  dataSet: string,
  path: ArtefactPath<'models'>,
): Promise<void> {
  const featurised = await featuriseDataSet(ports)({ dataSet });
  const paths = pathsOf(dataSet);
  const { seed } = await loadManifest(ports.artefacts, dataSet);
  const fit = async (rowsPath: ArtefactPath<'data-sets'>, name: 'candidate' | 'model') => {
    const rows = fromLibsvm(new TextDecoder().decode(await ports.artefacts.get(rowsPath)));
    const trees = await ports.trainer.train({
      rows: rows.map(({ vector }) => vector),
      labels: rows.map(({ label }) => label),
      classes: Number(featurised.classes),
      features: featurised.features,
      seed,
    });
    const target = paths.trees(name);
    await putJson(ports.artefacts, target, trees);
    return target;
  };
  const candidate = await fit(paths.train, 'candidate');
  const model = await fit(paths.all, 'model');
  const { version, accuracy, macroF1, documents, passed } = await evaluationOf(ports)({
    dataSet,
    candidate,
    model,
    belowGates: 'mark',
  });
  const evaluation = { accuracy, macroF1, documents, passed };
  await putJson(ports.artefacts, path, { version, evaluation });
}
