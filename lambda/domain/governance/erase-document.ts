import type { PortsOf } from '../../capabilities.ts';
import { NotFoundError } from '../../errors.ts';
import type { Answer } from '../llmops/answer/answer.ts';
import { answerSchema } from '../llmops/answer/answer-steps.ts';
import { documentRecordSchema } from '../document/document.ts';

export const ERASE_TOUCHES = [
  'records.read:document',
  'records.remove:document',
  'records.remove:label',
  'records.remove:review',
  'records.read:interaction',
  'records.write:interaction',
  'documents.remove',
  'vectors.remove',
  'features.remove',
  'audit',
] as const;
type ErasePorts = PortsOf<(typeof ERASE_TOUCHES)[number]>;

export interface Erasure {
  readonly tenant: string;
  readonly documentId: string;
  readonly by: string;
  readonly reason: string;
}

const PAGE = 200;
/** Stands where words of an erased document stood. */
export const ERASED = '(erased)';

/**
 * Erases a document: its blobs with their versions, chunks, features, label and record, and its words in
 * past answers. Who erased it, when and why stays in the log, which still verifies: the salts of what is
 * gone are gone. Safe to run again after a failure: the record goes last. What a model learned from it,
 * and replies that the gateway keeps, are not among it.
 * @throws NotFoundError where the tenant has no such document
 */
export function eraseDocument(ports: ErasePorts) {
  return async ({ tenant, documentId, by, reason }: Erasure): Promise<{ answers: number }> => {
    const document = { tenant, documentId };
    const key = { tenant, kind: 'document', id: documentId } as const;
    const record = documentRecordSchema().safeParse(await ports.records.get(key));
    if (!record.success) {
      throw new NotFoundError(
        `a document must have the id ${documentId} to be erased, and none of the tenant has`,
      );
    }
    const at = new Date(ports.now()).toISOString();
    // The log first: nothing may go without a trace of who wanted it.
    const detail = { documentId, by, reason, at };
    await ports.audit.append({ tenant, id: `${documentId}/${at}`, kind: 'erasure', detail });
    await ports.vectors.remove(document);
    await ports.features.remove(document);
    const answers = await eraseFromAnswers(ports, tenant, documentId);
    await ports.documents.remove(document);
    await ports.records.remove({ tenant, kind: 'label', id: documentId });
    await ports.records.remove({ tenant, kind: 'review', id: documentId });
    await ports.records.remove(key);
    return { answers };
  };
}

/** @returns how many past answers drew on the document */
async function eraseFromAnswers(
  ports: ErasePorts,
  tenant: string,
  documentId: string,
): Promise<number> {
  let erased = 0;
  let after: string | undefined;
  do {
    const next = after === undefined ? {} : { after };
    const page = await ports.records.list({ tenant, kind: 'interaction', limit: PAGE, ...next });
    for (const { id, value } of page.items) {
      const answer = answerSchema().safeParse(value);
      if (!answer.success || !drewOn(answer.data, documentId)) continue;
      await ports.documents.remove({ tenant, documentId: id });
      await ports.records.put(
        { tenant, kind: 'interaction', id },
        without(answer.data, documentId),
      );
      erased += 1;
    }
    after = page.next;
  } while (after !== undefined);
  return erased;
}

function drewOn(answer: Answer, documentId: string): boolean {
  const used = [...answer.retrieved, ...answer.citations, ...(answer.records?.rows ?? [])];
  return used.some((one) => one.documentId === documentId);
}

function without(answer: Answer, documentId: string): Answer {
  const isOf = (one: { readonly documentId: string }) => one.documentId === documentId;
  const { records } = answer;
  const isCited = answer.citations.some(isOf) || (records?.rows.some(isOf) ?? false);
  return {
    ...answer,
    text: isCited ? ERASED : answer.text,
    citations: answer.citations.map((one) => (isOf(one) ? { ...one, quote: ERASED } : one)),
    ...(records === undefined
      ? {}
      : {
          records: {
            ...records,
            rows: records.rows.map((row) =>
              isOf(row) ? { ...row, name: ERASED, value: row.value === null ? null : ERASED } : row,
            ),
          },
        }),
  };
}
