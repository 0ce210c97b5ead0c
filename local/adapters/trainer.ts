import type { TrainingSettings } from '../../config/schema.ts';
import { trainGradientBoosting } from '../../lambda/domain/mlops/gradient-boosting.ts';
import { toXgboostJson } from '../../lambda/domain/mlops/xgboost-json.ts';
import type { Trainer } from '../../lambda/ports.ts';

/** Trains in this process with our own booster; models are in XGBoost's format. */
export function gradientBoostingTrainer(settings: TrainingSettings): Trainer {
  return {
    version: `gradient-boosting-1 ${JSON.stringify(settings)}`,
    train: async (set) => toXgboostJson(trainGradientBoosting(set, settings)),
  };
}
