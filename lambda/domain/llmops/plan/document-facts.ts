import type { PortsOf } from '../../../capabilities.ts';
import { type CharacterRange } from '../../text/character-range.ts';
import { documentRecordSchema, type DocumentRecord, SIDES } from '../../document/document.ts';

/** A value that the primary side read in a document. */
export interface FactValue {
  readonly value: string | readonly string[];
  /** 0 to 1. */
  readonly confidence: number;
  readonly spans: readonly CharacterRange[];
}
/** What is recorded of a document, as the side that counts read it. */
export interface DocumentFacts {
  readonly documentId: string;
  readonly name: string;
  readonly category: string;
  readonly categoryConfidence: number;
  readonly fields: Readonly<Record<string, FactValue>>;
  /** Compliance rules that it violates. */
  readonly violates: readonly string[];
}
export interface KnownDocuments {
  readonly documents: readonly DocumentFacts[];
  /** False where the tenant has more documents than are looked at. */
  readonly isAll: boolean;
}

const PAGE = 200;
/** 5,000 records are read in about a second on either side; who has more filters by a search. */
const MOST = 5_000;

/** What is recorded of the tenant's documents; those that were refused or failed say nothing. */
export async function loadFacts(
  records: PortsOf<'records.read:document'>['records'],
  tenant: string,
): Promise<KnownDocuments> {
  const documents: DocumentFacts[] = [];
  let after: string | undefined;
  do {
    const next = after === undefined ? {} : { after };
    const page = await records.list({ tenant, kind: 'document', limit: PAGE, ...next });
    for (const { value } of page.items) {
      const facts = factsOf(documentRecordSchema().parse(value));
      if (facts !== null) documents.push(facts);
    }
    after = page.next;
  } while (after !== undefined && documents.length < MOST);
  return { documents, isAll: after === undefined };
}

export function factsOf(record: DocumentRecord): DocumentFacts | null {
  const { results, decision, documentId, name, compliance = [] } = record;
  const primary = decision?.primary ?? SIDES.find((side) => results?.[side].status === 'done');
  const result = primary && results?.[primary];
  if (result?.status !== 'done') return null;
  const { classification, extraction } = result;
  return {
    documentId,
    name,
    category: classification.category,
    categoryConfidence: classification.confidence,
    fields: extraction.fields,
    violates: compliance.filter(({ outcome }) => outcome === 'violated').map(({ rule }) => rule),
  };
}

/** The values of a field, none where the document has none. */
export function valuesOf(document: DocumentFacts, field: string): readonly string[] {
  const value = document.fields[field]?.value ?? [];
  return (typeof value === 'string' ? [value] : value).filter((one) => one !== '');
}
