import * as z from 'zod';
import type { PortsOf } from '../../../capabilities.ts';
import { NotFoundError } from '../../../errors.ts';
import { step } from '../../../step.ts';
import { loadDocumentText } from '../../document/load-document-text.ts';
import { type DocumentFacts, loadFacts } from '../plan/document-facts.ts';
import { describeAnswer, describeChoices } from '../plan/describe-answer.ts';
import type { RecordQuery } from '../plan/record-query.ts';
import type { RecordAnswer, RecordRow } from '../plan/record-answer.ts';
import { runQuery } from '../plan/run-query.ts';
import { vocabularyOf } from '../plan/vocabulary.ts';
import { loadChunks } from '../retrieval/stored-chunks.ts';
import type { Citation } from './answer.ts';
import { interactionKey, madeAnswerSchema, planSchema } from './answer-steps.ts';
import { type MadeAnswer, NOTHING_MADE } from './made-answer.ts';

/** Who answers where extracted fields do. */
export const RECORDS = 'records';
/** A record has 400 KB; so many rows of at most 1 KB leave room for the rest. */
const MOST_ROWS = 50;
/** Words around a value that its quote shows on either side. */
const QUOTED = 60;

/**
 * Answers from extracted fields what the plan says can be: counts, sums, rankings and lists with their
 * rows, single values in the document's own words with their place. Where the plan refuses, it says
 * what can be asked. No model is called.
 */
export const answerFromRecords = step({
  name: 'llmops-answer-from-records',
  does: 'Counts, sums and lists from extracted fields, or says what can be asked',
  input: () => z.strictObject({ ...interactionKey(), plan: planSchema() }),
  output: madeAnswerSchema,
  touches: [
    'records.read:document',
    'documents.read:text',
    'documents.read:chunks',
    'settings.taxonomy',
    'settings.gates',
  ],
  run: (ports) => {
    const vocabulary = vocabularyOf(ports.taxonomy);
    return async ({ tenant, plan }) => {
      const { query } = plan;
      if (query === null) {
        const text = describeChoices(plan, ports.taxonomy);
        return withoutModel({ status: 'no-answer', text });
      }
      const known = await loadFacts(ports.records, tenant);
      const { reviewConfidence } = ports.gates;
      const result = runQuery(query, known.documents, vocabulary, reviewConfidence);
      const records: RecordAnswer = {
        query,
        found:
          query.operation === 'count' && query.field !== null
            ? result.distinct.length
            : result.rows.length,
        rows: result.rows.slice(0, MOST_ROWS).map((row) => ({ ...row })),
        totals: result.totals.map((total) => ({ ...total })),
        looked: result.looked,
        without: result.without,
        sure: result.sure,
        isAll: known.isAll,
      };
      const isCited = query.operation === 'value' || query.operation === 'compare';
      const citations = isCited
        ? await citationsOf(ports, {
            tenant,
            query,
            rows: records.rows,
            documents: known.documents,
          })
        : [];
      const text = describeAnswer(
        records,
        vocabulary,
        citations.map(({ value }) => value),
      );
      return {
        ...withoutModel({ status: 'answered', text }),
        citations: citations.map(({ citation }) => citation),
        records,
      };
    };
  },
});

function withoutModel(made: Pick<MadeAnswer, 'status' | 'text'>): MadeAnswer {
  return {
    ...NOTHING_MADE,
    ...made,
    reader: RECORDS,
    fallback: 'none',
    cause: null,
    costUsd: 0,
  };
}

interface Asked {
  readonly tenant: string;
  readonly query: RecordQuery;
  readonly rows: readonly RecordRow[];
  readonly documents: readonly DocumentFacts[];
}

/** Each value in its document's own words, with the line that it stands in; in order of the rows. */
async function citationsOf(
  ports: PortsOf<'documents.read:text' | 'documents.read:chunks'>,
  { tenant, query, rows, documents }: Asked,
): Promise<readonly { readonly value: string; readonly citation: Citation }[]> {
  const cited = await Promise.all(
    rows.map(async ({ documentId }) => {
      const spans =
        documents.find((one) => one.documentId === documentId)?.fields[query.field ?? '']?.spans ??
        [];
      const { text } = await loadDocumentText(ports)({ tenant, documentId });
      const chunks = await chunksOf(ports, { tenant, documentId });
      return spans.slice(0, MOST_ROWS / rows.length).flatMap(([start, end]) => {
        const chunk = chunks.findLast(({ range }) => range[0] <= start) ?? chunks[0];
        if (chunk === undefined) return [];
        const range = lineAround(text, start, end);
        const quote = text.slice(...range);
        return [
          { value: text.slice(start, end), chunkId: chunk.chunkId, documentId, range, quote },
        ];
      });
    }),
  );
  return cited.flat().map(({ value, range, ...place }, index) => ({
    value,
    citation: { ...place, range: [range[0], range[1]], mark: index + 1 },
  }));
}

async function chunksOf(
  { documents }: PortsOf<'documents.read:chunks'>,
  document: { readonly tenant: string; readonly documentId: string },
) {
  try {
    return await loadChunks(documents, document);
  } catch (error) {
    if (error instanceof NotFoundError) return [];
    throw error;
  }
}

function lineAround(text: string, start: number, end: number): readonly [number, number] {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - QUOTED);
  const stop = text.indexOf('\n', end);
  return [from, Math.min(stop < 0 ? text.length : stop, end + QUOTED)];
}
