import type {
  DocumentRecord,
  ExtractedField,
  SideResult,
} from '../../lambda/domain/document/document.ts';

export const TEXT = [
  'MASTER SERVICES AGREEMENT',
  '',
  'This agreement is made on 14 March 2025 between Northwind Analytics Ltd (the "Supplier") and',
  'Harbour Freight GmbH (the "Customer").',
  '',
  '1. Fees. The Customer pays EUR 48,000.00 a year, within 30 days of each invoice.',
  '2. Term. Either party may terminate with 60 days of notice in writing.',
  '3. Law. This agreement is governed by the laws of Ireland.',
  '',
].join('\n');

const CATEGORIES = ['contract', 'invoice', 'nda', 'receipt'] as const;

function at(value: string, confidence: number, quoted = value): ExtractedField {
  const start = TEXT.indexOf(quoted);
  return { value, confidence, spans: start < 0 ? [] : [[start, start + quoted.length]] };
}

function side(name: 'mlops' | 'llmops', category: string, confidence: number): SideResult {
  const llm = name === 'llmops';
  return {
    side: name,
    status: 'done',
    durationMs: llm ? 212 : 14,
    classification: {
      category,
      confidence,
      alternatives: [
        { category, confidence },
        { category: 'amendment', confidence: (1 - confidence) * 0.6 },
      ],
      model: llm ? 'extractive' : 'xgb-3f9a1c',
      ...(llm
        ? {
            prompt: { name: 'classify-document', version: 1, hash: 'a'.repeat(64) },
            usage: { inputTokens: 1_812, outputTokens: 41 },
          }
        : {}),
      durationMs: llm ? 90 : 5,
    },
    extraction: {
      model: llm ? 'extractive' : 'xgb-3f9a1c',
      durationMs: llm ? 122 : 9,
      fields: {
        issuer_name: at('Northwind Analytics Ltd', 0.93),
        recipient_name: at(llm ? 'Harbour Freight GmbH' : 'Harbour Freight', 0.81),
        total_amount: at('48000.00', 0.77, '48,000.00'),
        governing_law: at('Ireland', 0.95),
        ...(llm
          ? { termination_notice_days: at('60', 0.88, '60 days') }
          : { document_date: at('2025-03-14', 0.9, '14 March 2025') }),
      },
    },
    ...(llm ? { unsupported: ['termination_notice_days'] } : {}),
  };
}

/** Thirty documents in all states that the console shows. */
export const RECORDS: readonly DocumentRecord[] = Array.from({ length: 30 }, (_, index) => {
  const category = CATEGORIES[index % CATEGORIES.length] ?? 'contract';
  const differs = index % 7 === 3;
  const base = {
    tenant: 'local',
    documentId: `document-${String(index).padStart(2, '0')}`,
    name: `${category}-${String(index).padStart(3, '0')}.pdf`,
    receivedAt: '2026-11-01T09:00:00.000Z',
  };
  if (index === 29) {
    return {
      ...base,
      status: 'refused' as const,
      refusal: {
        code: 'encrypted',
        message: 'the PDF must be readable without a password, this one is encrypted; remove it',
      },
    };
  }
  return {
    ...base,
    status: differs ? ('awaiting-review' as const) : ('recorded' as const),
    mediaType: 'application/pdf',
    method: 'text' as const,
    description: {
      title: 'Master services agreement',
      language: 'en',
      pages: 1,
      characters: TEXT.length,
      words: 68,
      quality: 0.98,
    },
    results: {
      mlops: side('mlops', category, differs ? 0.41 : 0.94),
      llmops: side('llmops', differs ? 'amendment' : category, 0.72),
    },
    compliance: [
      {
        rule: 'agreement-names-its-law',
        outcome: 'met' as const,
        detail: 'governing_law: Ireland',
      },
      {
        rule: 'contract-limits-liability',
        outcome: 'violated' as const,
        detail: 'none of the wordings of a limitation of liability was found',
      },
    ],
    comparison: {
      sameCategory: !differs,
      fields: {
        issuer_name: 'same' as const,
        recipient_name: 'different' as const,
        total_amount: 'same' as const,
        governing_law: 'same' as const,
        termination_notice_days: 'llmops-only' as const,
        document_date: 'mlops-only' as const,
      },
    },
    decision: {
      primary: 'mlops' as const,
      status: differs ? ('awaiting-review' as const) : ('recorded' as const),
      reasons: differs
        ? ['confidence 0.41 is below 0.70', 'the sides name different categories']
        : [],
    },
  };
});
