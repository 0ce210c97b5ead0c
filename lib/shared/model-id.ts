/** `eu.`, `us.` … in front of a model id: a profile that spreads calls over regions. */
const GEOGRAPHY = /^(eu|us|apac|jp|au|global)\./;

/** Where calls of a model may go: `eu`, `us`, … or null where they stay in the region. */
export function geographyOf(modelId: string): string | null {
  return GEOGRAPHY.exec(modelId)?.[1] ?? null;
}

/** The foundation model's own id. */
export function foundationModelId(modelId: string): string {
  return modelId.replace(GEOGRAPHY, '');
}
