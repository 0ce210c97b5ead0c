import { setImmediate } from 'node:timers/promises';

import type { TrainingSettings } from '../../config/schema.ts';
import { trainGradientBoosting } from '../../lambda/domain/trees/gradient-boosting.ts';
import { toXgboostJson } from '../../lambda/domain/trees/xgboost-json.ts';
import type { Trainer } from '../../lambda/ports.ts';

/** Trains in this process with our own booster; models are in XGBoost's format. */
export function gradientBoostingTrainer(settings: TrainingSettings): Trainer {
  return {
    version: `gradient-boosting-1 ${JSON.stringify(settings)}`,
    async train(set) {
      /** Training takes seconds without a pause: progress and signals are seen to in between. */
      await setImmediate();
      return toXgboostJson(trainGradientBoosting(set, settings));
    },
  };
}
