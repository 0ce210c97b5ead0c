import type { FieldValue, Side, SideResult } from '../document/document.ts';
import {
  accuracy,
  type CategoryPair,
  classMetrics,
  confusion,
  macroF1,
} from '../evaluation/classification-metrics.ts';
import { calibrationError } from '../evaluation/distribution.ts';
import { fieldAccuracy, type FieldPair } from '../evaluation/field-accuracy.ts';
import type { MlopsReport } from './report-schema.ts';
import type { MeasuredDocument, RunMeasurement } from './run-measurement.ts';

/** The documents that figures are taken of: all but those a side learned from. */
export function countedDocuments(run: Pick<RunMeasurement, 'documents'>): MeasuredDocument[] {
  return run.documents.filter((document) => document.split !== 'train');
}

export type Done = Extract<SideResult, { readonly status: 'done' }>;

/** Null where the side failed, was skipped, or the document has no results. */
export function doneResult(document: MeasuredDocument, side: Side): Done | null {
  const result = document.record.results?.[side];
  return result?.status === 'done' ? result : null;
}

/** Values without confidence and spans, ascending by field. */
export function valuesOf(result: Done | null): Readonly<Record<string, FieldValue>> {
  const fields = Object.entries(result?.extraction.fields ?? {});
  return Object.fromEntries(
    fields.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => [name, field.value]),
  );
}

type Quality = Pick<
  MlopsReport,
  | 'scored'
  | 'accuracy'
  | 'macroF1'
  | 'byCategory'
  | 'confusion'
  | 'fieldAccuracy'
  | 'calibrationError'
>;

/** What needs labels; a side that failed on a document is wrong there. */
export function quality(
  documents: readonly MeasuredDocument[],
  side: Side,
  fieldTypes: RunMeasurement['fieldTypes'],
): Quality {
  const pairs: (CategoryPair & { readonly confidence: number | null })[] = [];
  const fieldPairs: FieldPair[] = [];
  for (const document of documents) {
    const result = doneResult(document, side);
    const { category: gold = null, fields = null } = document.gold ?? {};
    if (gold !== null) {
      const { category = null, confidence = null } = result?.classification ?? {};
      pairs.push({ gold, predicted: category, confidence });
    }
    if (fields !== null) {
      fieldPairs.push({ gold: fields, given: valuesOf(result) });
    }
  }
  const labelled = pairs.length > 0;
  const given = fieldAccuracy(fieldPairs, fieldTypes);
  return {
    scored: documents.filter((document) => document.gold !== null).length,
    accuracy: accuracy(pairs),
    macroF1: macroF1(pairs),
    byCategory: labelled ? classMetrics(pairs) : null,
    confusion: labelled ? confusion(pairs) : null,
    fieldAccuracy: { ...given, spurious: fieldPairs.length === 0 ? null : given.spurious },
    calibrationError: calibrationError(
      pairs.flatMap(({ gold, predicted, confidence }) =>
        confidence === null ? [] : [{ confidence, right: gold === predicted }],
      ),
    ),
  };
}
