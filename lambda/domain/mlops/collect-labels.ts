import { contentHash } from '../../content-hash.ts';
import { InvalidInputError } from '../../errors.ts';
import { type DocumentLabel, labelRecordSchema } from '../document/label-document.ts';
import type { ArtefactPath, ArtefactsWrite, RecordsRead } from '../../store-ports.ts';

const PAGE = 200;
/** Each fold needs some, to learn from and to measure with. */
const FEWEST_A_CATEGORY = 10;

export interface CollectedLabels {
  readonly path: ArtefactPath<'data-sets'>;
  /** Over all of them: the same labels, the same hash. */
  readonly hash: string;
  /** Category → labels. */
  readonly counts: Readonly<Record<string, number>>;
}

/**
 * Writes all that people said of a tenant's documents to one file that the training pipeline reads, a
 * label a line. Categories of which too little is known are left out and told.
 * @throws InvalidInputError where fewer than two categories are left
 */
export function collectLabels(ports: {
  readonly records: RecordsRead<'label'>;
  readonly artefacts: ArtefactsWrite<'data-sets'>;
}) {
  return async (
    tenant: string,
  ): Promise<CollectedLabels & { readonly leftOut: CollectedLabels['counts'] }> => {
    const all = (await readLabels(ports.records, tenant)).toSorted((a, b) =>
      a.documentId < b.documentId ? -1 : 1,
    );
    const every = countOf(all);
    const enough = (category: string) => (every[category] ?? 0) >= FEWEST_A_CATEGORY;
    const labels = all.filter(({ category }) => enough(category));
    const counts = countOf(labels);
    if (Object.keys(counts).length < 2) {
      throw new InvalidInputError(
        `training needs at least 2 categories with ${FEWEST_A_CATEGORY} labelled documents each, ` +
          `${tenant} has ${describe(every)}; label more documents in the console`,
      );
    }
    const hash = contentHash(labels);
    const path = `data-sets/labels/${tenant}/${hash}.jsonl` as const;
    const lines = labels.map((label) => `${JSON.stringify(label)}\n`).join('');
    await ports.artefacts.put(path, new TextEncoder().encode(lines), 'application/jsonl');
    const leftOut = Object.entries(every).filter(([category]) => !enough(category));
    return { path, hash, counts, leftOut: Object.fromEntries(leftOut) };
  };
}

async function readLabels(
  records: RecordsRead<'label'>,
  tenant: string,
): Promise<readonly DocumentLabel[]> {
  const labels: DocumentLabel[] = [];
  let after: string | undefined;
  do {
    const next = after === undefined ? {} : { after };
    const page = await records.list({ tenant, kind: 'label', limit: PAGE, ...next });
    for (const { value } of page.items) {
      const { documentId, category, fields } = labelRecordSchema().parse(value);
      labels.push({ documentId, category, fields });
    }
    after = page.next;
  } while (after !== undefined);
  return labels;
}

function countOf(labels: readonly DocumentLabel[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { category } of labels) counts[category] = (counts[category] ?? 0) + 1;
  return counts;
}

/** `12 invoice, 3 nda`, or `none`. */
export function describe(counts: CollectedLabels['counts']): string {
  const parts = Object.entries(counts).map(([category, count]) => `${count} ${category}`);
  return parts.length === 0 ? 'none' : parts.toSorted().join(', ');
}
