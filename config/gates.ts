import type { FeatureSettings, Gates, TrainingSettings } from './schema.ts';

/** What must hold before a result goes on by itself, and before a model is registered. */
export const gates: Gates = {
  reviewConfidence: 0.6,
  // Of 3,821 values of generated documents 87 are below it, half of them wrong; above it 1 in 83.
  fieldConfidence: 0.3,
  minAccuracy: 0.8,
  minMacroF1: 0.7,
  minGrounding: 0.5,
};

export const features: FeatureSettings = {
  maxFeatures: 10_000,
  headCharacters: 1_000,
  minDocuments: 2,
};

export const training: TrainingSettings = {
  rounds: 60,
  maxDepth: 4,
  eta: 0.3,
  minChildWeight: 0.3,
  lambda: 1,
  subsample: 1,
  colsampleByTree: 0.3,
  maxBin: 32,
};
