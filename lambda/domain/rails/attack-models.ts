import models from './attack-models.json' with { type: 'json' };
import { type AttackModels, attackModelsSchema } from './attack-model.ts';

let read: AttackModels | null = null;

/** The detector that `strata rails train` made, checked once. */
export function attackModels(): AttackModels {
  read ??= attackModelsSchema().parse(models);
  return read;
}
