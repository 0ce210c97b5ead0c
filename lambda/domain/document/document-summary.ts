import type { DocumentRecord, Side, SideResult } from './document.ts';

/** One row of the console's table of documents. */
export interface DocumentSummary {
  readonly documentId: string;
  readonly name: string;
  readonly receivedAt: string;
  readonly status: DocumentRecord['status'];
  readonly pages: number | null;
  readonly language: string | null;
  readonly method: 'text' | 'ocr' | null;
  readonly mlops: SideSummary;
  readonly llmops: SideSummary;
  readonly primary: Side | null;
  /** Whether both sides name the same category; null where fewer than two are done. */
  readonly sameCategory: boolean | null;
  /** Fields on which the sides agree, of all that either gave; null where there is no comparison. */
  readonly fields: { readonly same: number; readonly all: number } | null;
  readonly violations: number;
  readonly refusal: string | null;
}

export interface SideSummary {
  readonly status: SideResult['status'] | 'pending';
  readonly category: string | null;
  readonly confidence: number | null;
}

/** What a list shows of a document: no text, no values of fields. */
export function summariseDocument(record: DocumentRecord): DocumentSummary {
  const agreements = record.comparison && Object.values(record.comparison.fields);
  return {
    documentId: record.documentId,
    name: record.name,
    receivedAt: record.receivedAt,
    status: record.status,
    pages: record.description?.pages ?? null,
    language: record.description?.language ?? null,
    method: record.method ?? null,
    mlops: summariseSide(record.results?.mlops),
    llmops: summariseSide(record.results?.llmops),
    primary: record.decision?.primary ?? null,
    sameCategory: record.comparison?.sameCategory ?? null,
    fields: agreements
      ? {
          same: agreements.filter((agreement) => agreement === 'same').length,
          all: agreements.length,
        }
      : null,
    violations: (record.compliance ?? []).filter((finding) => finding.outcome === 'violated')
      .length,
    refusal: record.refusal?.code ?? null,
  };
}

function summariseSide(result: SideResult | undefined): SideSummary {
  if (result?.status !== 'done') {
    return { status: result?.status ?? 'pending', category: null, confidence: null };
  }
  const { category, confidence } = result.classification;
  return { status: 'done', category, confidence };
}
