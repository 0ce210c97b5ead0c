import { findDurations } from '../../text/durations.ts';
import { normaliseValue } from '../../document/normalise-value.ts';
import { type DocumentFacts, valuesOf } from './document-facts.ts';
import type { RecordRow, Total } from './record-answer.ts';
import type { Condition, RecordQuery } from './record-query.ts';
import type { Field, Vocabulary } from './vocabulary.ts';

export interface QueryResult {
  readonly rows: readonly RecordRow[];
  /** Documents of the categories that were looked at. */
  readonly looked: number;
  /** Of those, the ones in which a field that the query needs was not read. */
  readonly without: number;
  /** Of those looked at, the ones whose category and needed values were read with confidence. */
  readonly sure: number;
  /** Of sums and averages; of a count of values, none. */
  readonly totals: readonly Total[];
  /** Distinct values, where values were counted. */
  readonly distinct: readonly string[];
}

/** Runs a query over what was read of documents; nothing is estimated. */
export function runQuery(
  query: RecordQuery,
  documents: readonly DocumentFacts[],
  vocabulary: Vocabulary,
  minConfidence = 0,
): QueryResult {
  const looked = documents.filter(
    ({ category, documentId }) =>
      (query.categories.length === 0 || query.categories.includes(category)) &&
      (query.documentIds.length === 0 || query.documentIds.includes(documentId)),
  );
  const needed = [
    ...query.conditions
      .filter(({ comparison }) => comparison !== 'absent')
      .map(({ fields }) => fields),
    ...(query.field === null ? [] : [[query.field]]),
  ];
  const lacks = (document: DocumentFacts) =>
    needed.some((fields) => fields.every((field) => valuesOf(document, field).length === 0));
  const found = looked.filter(
    (document) =>
      query.violates.every((rule) => document.violates.includes(rule)) &&
      query.conditions.every((condition) => holds(condition, document, vocabulary)),
  );
  const valued = found.filter(
    (document) => query.field === null || valuesOf(document, query.field).length > 0,
  );
  const keepsAll = query.operation === 'compare' || query.operation === 'value';
  const rows = (keepsAll ? found : valued).map((document) => rowOf(document, query, vocabulary));
  const field = query.field === null ? undefined : vocabulary.fields.get(query.field);
  return {
    rows: ranked(rows, query, field),
    looked: looked.length,
    without: looked.filter(lacks).length,
    sure: looked.filter((one) => !lacks(one) && isSure(one, query, needed.flat(), minConfidence))
      .length,
    totals: ['sum', 'average'].includes(query.operation) ? totalsOf(rows, field) : [],
    distinct:
      query.operation === 'count' && query.field !== null
        ? [
            ...new Set(
              found.flatMap((one) => normaliseValue(valuesOf(one, query.field ?? ''), field?.type)),
            ),
          ]
        : [],
  };
}

function isSure(
  { categoryConfidence, fields }: DocumentFacts,
  { categories }: RecordQuery,
  needed: readonly string[],
  minConfidence: number,
): boolean {
  const isOfKind = categories.length === 0 || categoryConfidence >= minConfidence;
  return isOfKind && needed.every((field) => (fields[field]?.confidence ?? 1) >= minConfidence);
}

/** A number for amounts, integers and durations (days), the text for the rest; null where it is neither. */
export function comparable(value: string, type: Field['type']): number | string | null {
  if (type === 'amount' || type === 'integer') {
    const [normal] = normaliseValue(value, type);
    const number = Number(normal);
    return normal === undefined || Number.isNaN(number) ? daysOf(value) : number;
  }
  if (type === 'duration') return daysOf(value);
  return normaliseValue(value, type)[0] ?? null;
}

function daysOf(value: string): number | null {
  return findDurations(value)[0]?.days ?? null;
}

function holds(condition: Condition, document: DocumentFacts, vocabulary: Vocabulary): boolean {
  const { fields, comparison, values } = condition;
  const isPresent = fields.some((field) => valuesOf(document, field).length > 0);
  if (comparison === 'present') return isPresent;
  if (comparison === 'absent') return !isPresent;
  return fields.some((field) => {
    const type = vocabulary.fields.get(field)?.type ?? 'text';
    const wanted = values.map((value) => comparable(value, type));
    return valuesOf(document, field).some((value) => {
      const given = comparable(value, type);
      return (
        given !== null && wanted.some((one) => one !== null && compares(given, comparison, one))
      );
    });
  });
}

function compares(
  given: number | string,
  comparison: Condition['comparison'],
  wanted: number | string,
): boolean {
  switch (comparison) {
    case 'equals':
      return given === wanted;
    case 'above':
      return given > wanted;
    case 'at-least':
      return given >= wanted;
    case 'below':
      return given < wanted;
    case 'at-most':
      return given <= wanted;
    case 'present':
    case 'absent':
      return false;
  }
}

function rowOf(document: DocumentFacts, query: RecordQuery, vocabulary: Vocabulary): RecordRow {
  const { documentId, name, category, categoryConfidence, fields } = document;
  const rests = [query.field ?? [], ...query.conditions.map((one) => one.fields)].flat();
  const read = rests.flatMap((field) => fields[field]?.confidence ?? []);
  const value = query.field === null ? null : valuesOf(document, query.field).join(', ') || null;
  const isMoney = query.field !== null && vocabulary.fields.get(query.field)?.type === 'amount';
  const currency = vocabulary.currency;
  return {
    documentId,
    name,
    category,
    value,
    currency: isMoney && currency !== null ? (valuesOf(document, currency)[0] ?? null) : null,
    confidence: Math.min(query.categories.length === 0 ? 1 : categoryConfidence, ...read),
  };
}

/** Largest and smallest keep the first of each currency: amounts of two currencies have no order. */
function ranked(
  rows: readonly RecordRow[],
  { operation, limit }: RecordQuery,
  field: Field | undefined,
): readonly RecordRow[] {
  if ((operation !== 'largest' && operation !== 'smallest') || field === undefined) return rows;
  const valued = rows.flatMap((row) => {
    const value = comparable(row.value ?? '', field.type);
    return value === null ? [] : [{ row, value }];
  });
  const sign = operation === 'largest' ? -1 : 1;
  const sorted = valued.toSorted(
    (a, b) => sign * (a.value < b.value ? -1 : a.value > b.value ? 1 : 0),
  );
  return [...new Set(sorted.map(({ row }) => row.currency))].flatMap((currency) => {
    const ofCurrency = sorted.filter(({ row }) => row.currency === currency);
    const last = ofCurrency[Math.min(limit, ofCurrency.length) - 1]?.value;
    return ofCurrency
      .filter(({ value }, index) => index < limit || value === last)
      .map(({ row }) => row);
  });
}

function totalsOf(rows: readonly RecordRow[], field: Field | undefined): readonly Total[] {
  const totals = new Map<string | null, { count: number; cents: number }>();
  for (const { value, currency } of rows) {
    const number = comparable(value ?? '', field?.type ?? 'amount');
    if (typeof number !== 'number') continue;
    const total = totals.get(currency) ?? { count: 0, cents: 0 };
    // Whole hundredths: a sum of a thousand decimals must not differ in the last.
    totals.set(currency, { count: total.count + 1, cents: total.cents + Math.round(number * 100) });
  }
  return [...totals].map(([currency, { count, cents }]) => ({ currency, count, sum: cents / 100 }));
}
