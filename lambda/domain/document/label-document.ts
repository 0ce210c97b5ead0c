import * as z from 'zod';
import { contentHash } from '../../content-hash.ts';
import { InvalidInputError, NotFoundError } from '../../errors.ts';
import { lazily } from '../../lazily.ts';
import type { Audit, Ports } from '../../ports.ts';
import type { RecordsRead, RecordsWrite } from '../../store-ports.ts';
import { documentRecordSchema, fieldValueSchema } from './document.ts';

/** What a person said of a document: what training learns from and what results are scored with. */
export const documentLabelSchema = lazily(() =>
  z.strictObject({
    documentId: z.string(),
    category: z.string(),
    fields: z.record(z.string(), fieldValueSchema()),
  }),
);
export type DocumentLabel = Readonly<z.infer<ReturnType<typeof documentLabelSchema>>>;

/** The record of kind `label`, id of the document; the latest of several people stands. */
export const labelRecordSchema = lazily(() =>
  documentLabelSchema().extend({ by: z.string(), at: z.string() }),
);
export type LabelRecord = Readonly<z.infer<ReturnType<typeof labelRecordSchema>>>;

/**
 * Keeps a person's label, notes it in the audit log, and ends the document's wait for review. The
 * same label of the same person again changes nothing.
 * @throws InvalidInputError for a category or field that the taxonomy does not name
 * @throws NotFoundError where the document was not read
 */
export function labelDocument(
  ports: Pick<Ports, 'taxonomy' | 'now'> & {
    readonly records: RecordsRead<'document' | 'label'> & RecordsWrite<'document' | 'label'>;
    readonly audit: Audit;
  },
) {
  return async (given: {
    readonly tenant: string;
    readonly by: string;
    readonly label: DocumentLabel;
  }): Promise<LabelRecord> => {
    const { tenant, by, label } = given;
    const id = label.documentId;
    requireKnown(ports.taxonomy, label);
    const document = { tenant, kind: 'document', id } as const;
    const found = await ports.records.get(document);
    const record = found === null ? null : documentRecordSchema().parse(found);
    if (!record?.results) {
      throw new NotFoundError(`document ${id} must be read before it is labelled; upload it`);
    }
    const kept = await ports.records.get({ tenant, kind: 'label', id });
    const before = kept === null ? null : labelRecordSchema().parse(kept);
    const value = { ...label, by, at: new Date(ports.now()).toISOString() };
    if (before === null || !sameLabel(before, value)) {
      // The log first: a label that nobody is known to have given would be worse than a lost one.
      const entry = { tenant, id: `${id}/${value.at}`, kind: 'label' };
      await ports.audit.append({ ...entry, detail: { ...value, before } });
      await ports.records.put({ tenant, kind: 'label', id }, value);
    }
    if (record.status === 'awaiting-review') {
      await ports.records.put(document, { ...record, status: 'recorded' });
    }
    return before !== null && sameLabel(before, value) ? before : value;
  };
}

function sameLabel(one: LabelRecord, other: LabelRecord): boolean {
  const said = ({ category, fields, by }: LabelRecord) => contentHash({ category, fields, by });
  return said(one) === said(other);
}

function requireKnown({ categories, fields }: Ports['taxonomy'], label: DocumentLabel): void {
  const names = categories.map(({ name }) => name);
  if (!names.includes(label.category)) {
    throw new InvalidInputError(
      `a label's category must be one of ${names.join(', ')}, got ${label.category}`,
    );
  }
  const known = new Set(fields.map(({ name }) => name));
  const unknown = Object.keys(label.fields).filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new InvalidInputError(
      `a label's fields must be of the taxonomy, got ${unknown.join(', ')}; it has ${[...known].join(', ')}`,
    );
  }
}
