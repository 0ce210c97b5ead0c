import * as z from 'zod';

import { contentHash, shortHash } from '../../content-hash.ts';
import { InvalidInputError } from '../../errors.ts';
import type { PortsOf } from '../../capabilities.ts';
import { step } from '../../step.ts';
import { lazily } from '../../lazily.ts';
import { loadDocumentText } from '../document/load-document-text.ts';
import { putJson } from './artefact-json.ts';
import type { DocumentLabel } from '../document/label-document.ts';
import type { Manifest } from './data-set.ts';
import { documentLabelsSchema, FOLDS, pathsOf } from './data-set.ts';
import { groupNearDuplicates, sketchOf } from '../features/near-duplicates.ts';
import { seededRandom, shuffle } from '../features/random.ts';

const builtSchema = lazily(() =>
  z.strictObject({
    dataSet: z.string(),
    documents: z.number(),
    categories: z.number(),
    durationMs: z.number(),
  }),
);
type BuiltDataSet = z.infer<ReturnType<typeof builtSchema>>;

/** The labels' artefact: one a line, `{documentId, category, fields}`. */
const LABELS = /^data-sets\/\S+$/;

export const buildDataSet = step({
  name: 'mlops-build-data-set',
  does: 'Builds a versioned data set with its folds from labels and texts',
  input: () =>
    z.strictObject({
      tenant: z.string().min(1),
      labelsPath: z.string().regex(LABELS),
      /** Pipelines pass numbers on as text. */
      seed: z.union([z.int(), z.string().regex(/^\d+$/)]),
    }),
  output: builtSchema,
  touches: ['documents.read:text', 'artefacts.read:data-sets', 'artefacts.write:data-sets'],
  memoryMb: 3_008,
  // SageMaker waits at most 10 minutes for a Lambda step.
  timeoutSeconds: 600,
  run:
    (ports) =>
    async ({ tenant, labelsPath, seed }) => {
      const path = `data-sets/${labelsPath.slice('data-sets/'.length)}` as const;
      const lines = new TextDecoder().decode(await ports.artefacts.get(path)).split('\n');
      const labels = lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line));
      const labelled = { tenant, labels: documentLabelsSchema().parse(labels), seed: Number(seed) };
      return dataSetOf(ports)(labelled);
    },
});

interface ReadLabel {
  readonly label: DocumentLabel;
  readonly sketch: Uint32Array;
  /** Of the text and what is said of it: their order is that of any tenant and any folder. */
  readonly hash: string;
}

/**
 * 1. hashes labels and texts, 2. assigns stratified folds by the seed, near-duplicates together, 3. writes the manifest.
 * The same labels, texts and seed give the same data set.
 * @throws InvalidInputError where there are fewer than two categories
 */
export function dataSetOf(ports: PortsOf<'documents.read:text' | 'artefacts.write:data-sets'>) {
  const load = loadDocumentText(ports);
  return async (input: {
    readonly tenant: string;
    readonly labels: readonly DocumentLabel[];
    readonly seed: number;
  }): Promise<BuiltDataSet> => {
    const startedAt = ports.now();
    const { tenant, seed } = input;
    const categories = [...new Set(input.labels.map(({ category }) => category))].sort();
    if (categories.length < 2) {
      throw new InvalidInputError(
        `training needs documents of at least 2 categories, got ${categories.length}; label more`,
      );
    }
    const read: ReadLabel[] = [];
    for (const label of input.labels) {
      const { text } = await load({ tenant, documentId: label.documentId });
      const { category, fields } = label;
      read.push({ label, sketch: sketchOf(text), hash: contentHash([category, fields, text]) });
    }
    const order = ({ hash, label }: ReadLabel) => `${hash} ${label.documentId}`;
    read.sort((a, b) => (order(a) < order(b) ? -1 : 1));
    const dataSet = shortHash([tenant, seed, FOLDS, read.map(order)]);
    const groups = groupNearDuplicates(read.map(({ sketch }) => sketch));
    const documents = assignFolds(
      read.map(({ label }) => label),
      groups,
      seed,
    );
    const manifest: Manifest = { dataSet, tenant, seed, categories, documents };
    await putJson(ports.artefacts, pathsOf(dataSet).manifest, manifest);
    return {
      dataSet,
      documents: documents.length,
      categories: categories.length,
      durationMs: ports.now() - startedAt,
    };
  };
}

/**
 * Each category's groups of near-duplicates go round the folds in random order: versions of one
 * document are never on both sides of a measurement.
 */
function assignFolds(
  labels: readonly DocumentLabel[],
  groups: readonly number[],
  seed: number,
): Manifest['documents'] {
  const random = seededRandom(seed);
  const next = new Map<string, number>();
  const folds = new Map<number, number>();
  const members = labels.map(({ category }, index) => ({
    category,
    group: groups[index] ?? index,
  }));
  for (const { category, group } of shuffle(members, random)) {
    if (folds.has(group)) continue;
    const fold = next.get(category) ?? Math.floor(random() * FOLDS);
    folds.set(group, fold);
    next.set(category, (fold + 1) % FOLDS);
  }
  return labels.map((label, index) => ({ ...label, fold: folds.get(groups[index] ?? index) ?? 0 }));
}
