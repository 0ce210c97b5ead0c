/** Everything the classical side needs to serve; each part is JSON, the trees XGBoost's own format. */
export interface ModelBundle {
  /** SHA-256 of the parts, first 16 hexadecimal digits. */
  readonly version: string;
  /** Class index → category. */
  readonly categories: readonly string[];
  /** See `vectoriser.ts`. */
  readonly vectoriser: unknown;
  /** XGBoost JSON model as an object; see `xgboost-json.ts`. */
  readonly trees: unknown;
  /** See `companions.ts`. */
  readonly companions: unknown;
  /** See `calibration.ts`. */
  readonly calibration: unknown;
  /** Field name → ranker; see `field-ranker.ts`. */
  readonly fields: unknown;
  /** Hash of the data set the bundle was trained on. */
  readonly dataSet: string;
}

export interface ModelEvaluation {
  readonly accuracy: number;
  readonly macroF1: number;
  readonly documents: number;
  /** Whether accuracy and macro F1 reach the gates; a laptop's run goes on below them. */
  readonly passed: boolean;
}
