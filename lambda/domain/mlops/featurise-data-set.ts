import type { Ports } from '../../ports.ts';
import { loadDocumentText } from '../document/load-document-text.ts';
import { trainCompanions } from './companions.ts';
import type { Manifest } from './data-set.ts';
import { loadManifest, pathsOf, putJson } from './data-set.ts';
import type { LabelledText } from '../fields/learn-fields.ts';
import { learnFields } from '../fields/learn-fields.ts';
import type { LabelledRow } from '../features/libsvm.ts';
import { toLibsvm } from '../features/libsvm.ts';
import { columnsOf, fitVectoriser, vectorise } from '../features/vectoriser.ts';

export interface FeaturisedDataSet {
  readonly dataSet: string;
  /** Paths of the libsvm files: every fold but 0, fold 0, and both. */
  readonly train: string;
  readonly validation: string;
  readonly all: string;
  readonly classes: number;
  readonly features: number;
  readonly durationMs: number;
}

/**
 * 1. fits the vectoriser on all texts (it looks at no label), 2. writes the rows of each part as
 * libsvm, 3. trains the linear companions of the candidate and of the model, 4. learns the fields,
 * 5. writes what was learned. Runs twice to the same files.
 * @throws NotFoundError where the data set does not exist
 */
export function featuriseDataSet(
  ports: Pick<Ports, 'documents' | 'artefacts' | 'taxonomy' | 'featureSettings' | 'now'>,
) {
  return async ({ dataSet }: { readonly dataSet: string }): Promise<FeaturisedDataSet> => {
    const startedAt = ports.now();
    const manifest = await loadManifest(ports.artefacts, dataSet);
    const documents = await loadTexts(ports, manifest);
    const vectoriser = fitVectoriser(
      documents.map(({ text }) => text),
      ports.featureSettings,
    );
    const paths = pathsOf(dataSet);
    const rows = documents.map(({ text, category }) => ({
      label: manifest.categories.indexOf(category),
      vector: vectorise(vectoriser, text),
    }));
    const isHeldOut = (index: number): boolean => manifest.documents[index]?.fold === 0;
    const kept = rows.filter((_, index) => !isHeldOut(index));
    const heldOut = rows.filter((_, index) => isHeldOut(index));
    await putRows(ports, paths.train, kept);
    await putRows(ports, paths.validation, heldOut);
    await putRows(ports, paths.all, rows);
    const classes = manifest.categories.length;
    await putJson(ports.artefacts, paths.companions, {
      candidate: trainCompanions(kept, classes, vectoriser),
      model: trainCompanions(rows, classes, vectoriser),
    });
    await putJson(ports.artefacts, paths.vectoriser, vectoriser);
    const fields = learnFields(documents, ports.taxonomy, manifest.seed);
    await putJson(ports.artefacts, paths.fields, fields);
    return {
      dataSet,
      train: paths.train,
      validation: paths.validation,
      all: paths.all,
      classes,
      features: columnsOf(vectoriser),
      durationMs: ports.now() - startedAt,
    };
  };
}

async function loadTexts(
  ports: Pick<Ports, 'documents'>,
  { tenant, documents }: Manifest,
): Promise<LabelledText[]> {
  const load = loadDocumentText(ports);
  const texts: LabelledText[] = [];
  for (const { documentId, category, fields } of documents) {
    const { text } = await load({ tenant, documentId });
    texts.push({ text, category, fields });
  }
  return texts;
}

async function putRows(
  ports: Pick<Ports, 'artefacts'>,
  path: string,
  rows: readonly LabelledRow[],
): Promise<void> {
  await ports.artefacts.put(path, new TextEncoder().encode(toLibsvm(rows)), 'text/libsvm');
}
