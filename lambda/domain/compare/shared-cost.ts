import type { DocumentRecord, Side } from '../document/document.ts';
import { BYTES_PER_GB, type CostItem, LAMBDA_GB, mean } from './projected-cost.ts';

/**
 * States of `document-flow.asl.json` that one document passes when only that side runs: the start,
 * eight shared states, and the side's own. A test counts them.
 */
export const TRANSITIONS: Readonly<Record<Side, number>> = { mlops: 14, llmops: 17 };
/** Tasks among them: one function call each. */
export const TASKS: Readonly<Record<Side, number>> = { mlops: 9, llmops: 12 };

/** Blobs that each side's steps write and read for one document, the source included. */
const BLOBS: Readonly<Record<Side, { readonly written: number; readonly read: number }>> = {
  // Written: source, text. Read: source, then text by describe, featurise, extract and compliance.
  mlops: { written: 2, read: 5 },
  // Written: source, text, chunks, embeddings. Read: source; text by five steps; chunks, embeddings.
  llmops: { written: 4, read: 9 },
};
const BYTES_PER_WRITE_UNIT = 1_024;

/** What both sides pay for one document: reading it, moving it through the flow, keeping it. */
export function sharedCostItems(side: Side, records: readonly DocumentRecord[]): CostItem[] {
  const done = records.flatMap((record) => {
    const result = record.results?.[side];
    return result?.status === 'done' ? [result] : [];
  });
  const seconds = mean(done.map((result) => result.durationMs / 1_000));
  const scanned = mean(
    records.map((record) => (record.method === 'ocr' ? (record.description?.pages ?? 1) : 0)),
  );
  const characters = mean(records.map((record) => record.description?.characters ?? 0)) ?? 0;
  const writeUnits = mean(
    records.map((record) => Math.ceil(JSON.stringify(record).length / BYTES_PER_WRITE_UNIT)),
  );
  return [
    line('text recognition', 'textract.detect-text', scanned, 'pages without text, a document'),
    line('flow', 'step-functions.standard', TRANSITIONS[side], 'states that a document passes'),
    line('function calls', 'lambda.requests', TASKS[side], 'tasks that a document passes'),
    line(
      'function time',
      'lambda.duration.arm',
      seconds === null ? null : seconds * LAMBDA_GB,
      "the side's steps as measured on this machine, at one vCPU (1,769 MB); a language model's time only where one ran",
    ),
    line('writes', 's3.put', BLOBS[side].written, 'blobs that the steps write'),
    line('reads', 's3.get', BLOBS[side].read, 'blobs that the steps read'),
    line('storage', 's3.storage', characters / BYTES_PER_GB, 'the text, kept for one month'),
    line('records', 'dynamodb.write', writeUnits, 'the record as stored, a unit for each KB'),
  ];
}

function line(item: string, price: string, quantity: number | null, note: string): CostItem {
  return { item, price, quantity, note };
}
