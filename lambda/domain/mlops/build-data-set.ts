import { createHash } from 'node:crypto';

import { InvalidInputError } from '../../errors.ts';
import type { Ports } from '../../ports.ts';
import { loadDocumentText } from '../document/load-document-text.ts';
import type { DocumentLabel, Manifest } from './data-set.ts';
import { FOLDS, pathsOf, putJson } from './data-set.ts';
import { groupNearDuplicates, sketchOf } from '../features/near-duplicates.ts';
import { seededRandom, shuffle } from '../features/random.ts';

export interface BuiltDataSet {
  readonly dataSet: string;
  readonly documents: number;
  readonly categories: number;
  readonly durationMs: number;
}

/**
 * 1. hashes labels and texts, 2. assigns stratified folds by the seed, near-duplicates together, 3. writes the manifest.
 * The same labels, texts and seed give the same data set.
 * @throws InvalidInputError where there are fewer than two categories
 */
export function buildDataSet(ports: Pick<Ports, 'documents' | 'artefacts' | 'now'>) {
  const load = loadDocumentText(ports);
  return async (input: {
    readonly tenant: string;
    readonly labels: readonly DocumentLabel[];
    readonly seed: number;
  }): Promise<BuiltDataSet> => {
    const startedAt = ports.now();
    const { tenant, seed } = input;
    const labels = [...input.labels].sort((a, b) => (a.documentId < b.documentId ? -1 : 1));
    const categories = [...new Set(labels.map(({ category }) => category))].sort();
    if (categories.length < 2) {
      throw new InvalidInputError(
        `training needs documents of at least 2 categories, got ${categories.length}; label more`,
      );
    }
    const hash = createHash('sha256').update(JSON.stringify([tenant, seed, FOLDS]));
    const sketches: Uint32Array[] = [];
    for (const label of labels) {
      const { text } = await load({ tenant, documentId: label.documentId });
      sketches.push(sketchOf(text));
      hash.update(JSON.stringify([label.documentId, label.category, label.fields])).update(text);
    }
    const dataSet = hash.digest('hex').slice(0, 16);
    const documents = assignFolds(labels, groupNearDuplicates(sketches), seed);
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
