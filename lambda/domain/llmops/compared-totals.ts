import type { AnswerReply } from './answer-steps.ts';
import { findFieldValue } from './field-patterns.ts';
import { fieldLabels } from './field-labels.ts';
import type { Passage } from './extractive-reader.ts';
import { documentOf, documentsBearing } from './named-codes.ts';

const FIELD = { name: 'total_amount', type: 'amount' } as const;

interface Total {
  readonly chunk: string;
  /** Decimal number. */
  readonly value: string;
  /** As it is written. */
  readonly written: string;
  readonly quote: string;
}

/** `Is the total of invoice A that of order B?`: two codes and a total. */
export function asksToCompareTotals(question: string, codes: readonly string[]): boolean {
  return (
    codes.length === 2 &&
    /\b(?:total|amount|sum|betrag|importe)\b/i.test(question) &&
    /^(?:is|are|does|do|was|were|ist|stimmt|es|coincide)\b/i.test(question.trim())
  );
}

/**
 * Compares the totals of two documents, the first that bears the one code and another that bears the
 * other; abstains (null) where either total is not among the passages.
 */
export function compareTotals(
  passages: readonly Passage[],
  [first = '', second = '']: readonly string[],
): AnswerReply | null {
  const ones = documentsBearing(passages, first);
  const one = totalIn(passages.filter(({ id }) => ones.has(documentOf(id))));
  const others = documentsBearing(passages, second);
  const other = totalIn(
    passages.filter(({ id }) => others.has(documentOf(id)) && !ones.has(documentOf(id))),
  );
  if (one === null || other === null) return null;
  const isSame = Number(one.value) === Number(other.value);
  return {
    answerable: true,
    answer: isSame
      ? `Yes: ${one.written} and ${other.written}`
      : `No: ${one.written} and ${other.written}`,
    citations: [one, other].map(({ chunk, quote }) => ({ chunk, quote })),
  };
}

/** The total that the passages of one document print, with the line it stands on. */
export function totalIn(passages: readonly Passage[]): Total | null {
  for (const { id, text } of passages) {
    const found = findFieldValue(text, { ...FIELD, description: '' }, fieldLabels(FIELD.name));
    if (found === null || typeof found.value !== 'string' || typeof found.quote !== 'string')
      continue;
    const at = text.lastIndexOf(found.quote);
    const from = text.lastIndexOf('\n', at) + 1;
    const end = text.indexOf('\n', at);
    const line = text.slice(from, end < 0 ? text.length : end).trim();
    return {
      chunk: id,
      value: found.value,
      written: found.quote,
      quote: line.length > 200 ? found.quote : line,
    };
  }
  return null;
}
