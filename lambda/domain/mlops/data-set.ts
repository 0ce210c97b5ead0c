import * as z from 'zod';

import { NotFoundError } from '../../errors.ts';
import { lazily } from '../../lazily.ts';
import type { ArtefactsRead } from '../../store-ports.ts';
import { documentLabelSchema } from '../document/label-document.ts';
import { getJson } from './artefact-json.ts';

export const documentLabelsSchema = lazily(() => z.array(documentLabelSchema()).readonly());

const manifestSchema = lazily(() =>
  z.strictObject({
    /** SHA-256 of tenant, seed, labels and texts, first 16 hexadecimal digits. */
    dataSet: z.string(),
    tenant: z.string(),
    seed: z.int(),
    /** Class index → category. */
    categories: z.array(z.string()).readonly(),
    /** Fold 0 is held out: a candidate that never saw it is measured and calibrated there. */
    documents: z.array(documentLabelSchema().extend({ fold: z.int() })).readonly(),
  }),
);
export type Manifest = Readonly<z.infer<ReturnType<typeof manifestSchema>>>;

/** Three: a third of a category of ten documents is just enough to measure. */
export const FOLDS = 3;

/** Paths of a data set's parts. */
export function pathsOf(dataSet: string) {
  const folder = `data-sets/${dataSet}` as const;
  return {
    manifest: `${folder}/manifest.json`,
    vectoriser: `${folder}/vectoriser.json`,
    fields: `${folder}/fields.json`,
    companions: `${folder}/companions.json`,
    train: `${folder}/train/data.libsvm`,
    validation: `${folder}/validation/data.libsvm`,
    all: `${folder}/all/data.libsvm`,
    /** Trees that the local trainer made of `train` (candidate) or `all` (model). */
    trees: (name: 'candidate' | 'model') => `${folder}/${name}.json` as const,
  } as const;
}

/** @throws NotFoundError naming the step that makes the data set */
export async function loadManifest(
  artefacts: ArtefactsRead<'data-sets'>,
  dataSet: string,
): Promise<Manifest> {
  const path = pathsOf(dataSet).manifest;
  if (!(await artefacts.has(path))) {
    throw new NotFoundError(`data set ${dataSet} must exist; run mlops-build-data-set first`);
  }
  return manifestSchema().parse(await getJson(artefacts, path));
}
