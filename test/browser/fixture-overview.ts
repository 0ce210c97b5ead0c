import { models } from '../../config/models.ts';
import prices from '../../config/prices.json';
import { pricesSchema } from '../../config/schema.ts';
import { student } from '../../config/student.ts';
import { buildReport } from '../../lambda/domain/compare/build-report.ts';
import { sideBySide } from '../../lambda/domain/compare/side-by-side.ts';
import { RECORDS } from './fixture-records.ts';

const report = buildReport({
  sides: ['mlops', 'llmops'],
  documents: RECORDS.filter(({ status }) => status !== 'refused').map((record, index) => ({
    id: record.name,
    documentId: record.documentId,
    split: 'test',
    gold: {
      category: record.name.replace(/-\d+\.pdf$/, ''),
      fields: {
        issuer_name: 'Northwind Analytics Ltd',
        recipient_name: 'Harbour Freight GmbH',
        governing_law: index % 3 === 0 ? 'Germany' : 'Ireland',
      },
    },
    record,
  })),
  rejected: [
    {
      id: 'receipt-029.pdf',
      code: 'encrypted',
      message: 'the PDF must be readable without a password, this one is encrypted; remove it',
    },
  ],
  fieldTypes: { issuer_name: 'party', recipient_name: 'party', governing_law: 'place' },
  answers: [],
  retrieval: [],
  reader: 'extractive',
  gates: { reviewConfidence: 0.7 },
  versions: {
    commit: null,
    corpus: 'c'.repeat(64),
    trainingCorpus: null,
    model: 'xgb-3f9a1c',
    prompts: { 'answer-question.v1': 'b'.repeat(64) },
    guardrail: { id: 'strata', version: 'c0ffee00c0ffee00' },
    configuration: 'd'.repeat(64),
  },
  cost: { prices: pricesSchema.parse(prices), models, profile: student },
});

/** What a run over the fixture's records would have recorded. */
export const OVERVIEW = { report, rows: sideBySide(report) };
