import * as z from 'zod';
import { step } from '../../step.ts';
import type { ArtefactPath, ArtefactsWrite, DocumentsRead } from '../../store-ports.ts';
import { loadDocumentText } from '../document/load-document-text.ts';
import { trainCompanions } from './companions.ts';
import type { Manifest } from './data-set.ts';
import { putJson } from './artefact-json.ts';
import { loadManifest, pathsOf } from './data-set.ts';
import type { LabelledText } from '../fields/learn-fields.ts';
import { learnFields } from '../fields/learn-fields.ts';
import type { LabelledRow } from '../features/libsvm.ts';
import { toLibsvm } from '../features/libsvm.ts';
import { columnsOf, fitVectoriser, vectorise } from '../features/vectoriser.ts';

/**
 * 1. fits the vectoriser on all texts (it looks at no label), 2. writes the rows of each part as
 * libsvm, 3. trains the linear companions of the candidate and of the model, 4. learns the fields,
 * 5. writes what was learned. Runs twice to the same files.
 * @throws NotFoundError where the data set does not exist
 */
export const featuriseDataSet = step({
  name: 'mlops-featurise-data-set',
  does: 'Turns a data set into rows, and learns vectoriser, linear models and fields',
  input: () => z.strictObject({ dataSet: z.string().min(1) }),
  output: () =>
    z.strictObject({
      featureSet: z.string(),
      /** Where the libsvm files lie: every fold but 0, fold 0, and both. */
      trainUri: z.string(),
      validationUri: z.string(),
      allUri: z.string(),
      /** Text, as pipelines pass numbers on. */
      classes: z.string(),
      features: z.number(),
      durationMs: z.number(),
    }),
  touches: [
    'documents.read:text',
    'artefacts.read:data-sets',
    'artefacts.write:data-sets',
    'artefacts.locate',
    'settings.taxonomy',
    'settings.features',
  ],
  memoryMb: 3_008,
  // SageMaker waits at most 10 minutes for a Lambda step.
  timeoutSeconds: 600,
  run:
    (ports) =>
    async ({ dataSet }) => {
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
        featureSet: dataSet,
        trainUri: ports.artefacts.uri(paths.train),
        validationUri: ports.artefacts.uri(paths.validation),
        allUri: ports.artefacts.uri(paths.all),
        classes: String(classes),
        features: columnsOf(vectoriser),
        durationMs: ports.now() - startedAt,
      };
    },
});

async function loadTexts(
  ports: { readonly documents: DocumentsRead<'text'> },
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
  ports: { readonly artefacts: ArtefactsWrite<'data-sets'> },
  path: ArtefactPath<'data-sets'>,
  rows: readonly LabelledRow[],
): Promise<void> {
  await ports.artefacts.put(path, new TextEncoder().encode(toLibsvm(rows)), 'text/libsvm');
}
