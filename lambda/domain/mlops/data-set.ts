import * as z from 'zod';

import { NotFoundError } from '../../errors.ts';
import type { Artefacts } from '../../ports.ts';
import type { FieldValue } from '../document/document.ts';

const labelSchema = z.strictObject({
  documentId: z.string(),
  category: z.string(),
  fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});
/** What a person said of a document. */
export interface DocumentLabel {
  readonly documentId: string;
  readonly category: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
}
export const documentLabelsSchema = z.array(labelSchema);

export interface Manifest {
  /** SHA-256 of tenant, seed, labels and texts, first 16 hexadecimal digits. */
  readonly dataSet: string;
  readonly tenant: string;
  readonly seed: number;
  /** Class index → category. */
  readonly categories: readonly string[];
  /** Fold 0 is held out: a candidate that never saw it is measured and calibrated there. */
  readonly documents: readonly (DocumentLabel & { readonly fold: number })[];
}
const manifestSchema = z.strictObject({
  dataSet: z.string(),
  tenant: z.string(),
  seed: z.int(),
  categories: z.array(z.string()),
  documents: z.array(labelSchema.extend({ fold: z.int() })),
}) satisfies z.ZodType<Manifest>;

/** Three: a third of a category of ten documents is just enough to measure. */
export const FOLDS = 3;

/** Paths of a data set's parts. */
export function pathsOf(dataSet: string) {
  const folder = `data-sets/${dataSet}`;
  return {
    manifest: `${folder}/manifest.json`,
    vectoriser: `${folder}/vectoriser.json`,
    fields: `${folder}/fields.json`,
    companions: `${folder}/companions.json`,
    train: `${folder}/train/data.libsvm`,
    validation: `${folder}/validation/data.libsvm`,
    all: `${folder}/all/data.libsvm`,
    /** Trees that the local trainer made of `train` (candidate) or `all` (model). */
    trees: (name: 'candidate' | 'model') => `${folder}/${name}.json`,
  } as const;
}

/** @throws NotFoundError naming the step that makes the data set */
export async function loadManifest(artefacts: Artefacts, dataSet: string): Promise<Manifest> {
  const path = pathsOf(dataSet).manifest;
  if (!(await artefacts.has(path))) {
    throw new NotFoundError(`data set ${dataSet} must exist; run mlops-build-data-set first`);
  }
  return manifestSchema.parse(await getJson(artefacts, path));
}

export async function getJson(artefacts: Artefacts, path: string): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await artefacts.get(path)));
}

export async function putJson(artefacts: Artefacts, path: string, value: unknown): Promise<void> {
  const body = new TextEncoder().encode(JSON.stringify(value));
  await artefacts.put(path, body, 'application/json');
}
