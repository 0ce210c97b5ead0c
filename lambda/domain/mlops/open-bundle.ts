import * as z from 'zod';

import { InvalidInputError } from '../../errors.ts';
import { lazily } from '../../lazily.ts';
import type { Calibration } from './calibration.ts';
import { calibrationSchema } from './calibration.ts';
import type { Companions } from './companions.ts';
import { companionsSchema } from './companions.ts';
import type { FieldModel } from '../fields/field-model.ts';
import { fieldModelSchema } from '../fields/field-model.ts';
import type { ModelBundle } from './model-bundle.ts';
import type { TreeEnsemble } from '../trees/score-trees.ts';
import type { Vectoriser } from '../features/vectoriser.ts';
import { vectoriserSchema } from '../features/vectoriser.ts';
import { fromXgboostJson } from '../trees/xgboost-json.ts';

/** A bundle whose parts are checked and ready to score. */
export interface OpenBundle {
  readonly version: string;
  readonly categories: readonly string[];
  readonly vectoriser: Vectoriser;
  readonly ensemble: TreeEnsemble;
  readonly companions: Companions;
  readonly calibration: Calibration;
  readonly fields: FieldModel;
}

const partsSchema = lazily(() =>
  z.object({
    vectoriser: vectoriserSchema(),
    companions: companionsSchema(),
    calibration: calibrationSchema(),
    fields: fieldModelSchema(),
  }),
);
/** Checking takes longer than scoring: once a bundle object. */
const opened = new WeakMap<ModelBundle, OpenBundle>();

/** @throws InvalidInputError when a part has another shape than this code writes */
export function openBundle(bundle: ModelBundle): OpenBundle {
  const before = opened.get(bundle);
  if (before !== undefined) return before;
  const parts = partsSchema().safeParse({
    vectoriser: bundle.vectoriser,
    companions: bundle.companions,
    calibration: bundle.calibration,
    fields: bundle.fields,
  });
  if (!parts.success) {
    throw new InvalidInputError(
      `model ${bundle.version} must have the parts this release writes; train again. ` +
        z.prettifyError(parts.error),
    );
  }
  const open = {
    version: bundle.version,
    categories: bundle.categories,
    ensemble: fromXgboostJson(bundle.trees),
    ...parts.data,
  };
  opened.set(bundle, open);
  return open;
}
