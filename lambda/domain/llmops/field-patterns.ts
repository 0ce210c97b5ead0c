import type { Taxonomy } from '../../../config/schema.ts';
import type { CharacterRange } from '../text/character-range.ts';
import type { FoundField } from './extractive-extraction.ts';
import { findLabels } from './field-labels.ts';
import { findDurations } from '../text/durations.ts';
import { findGoverningLaw } from './governing-law.ts';
import { findParties, findParty } from './party-names.ts';
import { findAddress } from './postal-address.ts';
import { findCurrencies, readAmounts, readDates } from './typed-values.ts';

type Field = Taxonomy['fields'][number];

interface Candidate {
  readonly value: string;
  readonly range: CharacterRange;
}

/** How far after its label a value may stand: the rest of a line, or the line below. */
const REACH = 90;
/** Agreements define dates after the value: "March 1, 2024 (the Effective Date)". */
const REACH_BEFORE = 45;
/** Letterheads and preambles stand here. */
const HEAD = 3_000;

const CODE = /(?<![\p{L}\d])(?=[\p{L}\d/.-]{0,30}\d)[\p{L}\d]+(?:[-/.][\p{L}\d]+)*(?![\p{L}\d])/gu;

/** The best candidate of a field's type near one of its labels; null without evidence. */
export function findFieldValue(
  text: string,
  field: Field,
  labels: readonly string[],
): FoundField | null {
  switch (field.type) {
    case 'date':
      return dateOf(text, field, labels);
    case 'amount':
      return amountOf(text, labels);
    case 'currency':
      return mostCommon(findCurrencies(text), text);
    case 'code':
      return nearest(text, labels, matches(text, CODE), { before: false });
    case 'integer':
      return nearest(text, labels, days(text), { before: true });
    case 'duration':
      return nearest(text, labels, findDurations(text), { before: true });
    case 'place':
      return findGoverningLaw(text);
    case 'party':
      return findParty(text, field, labels);
    case 'address':
      return findAddress(text, labels);
    case 'list':
      return findParties(text);
    case 'text':
      return restOfLine(text, labels);
  }
}

function nearest(
  text: string,
  labels: readonly string[],
  candidates: readonly Candidate[],
  reach: { readonly before: boolean },
): FoundField | null {
  let best: { candidate: Candidate; cost: number; label: CharacterRange } | null = null;
  for (const label of findLabels(text, labels)) {
    for (const candidate of candidates) {
      const after = candidate.range[0] - label.end;
      const before = label.start - candidate.range[1];
      const distance = after >= 0 ? after : before >= 0 ? before * 2 : Number.POSITIVE_INFINITY;
      const limit = after >= 0 ? REACH : reach.before ? REACH_BEFORE * 2 : 0;
      if (distance > limit) continue;
      const between =
        after >= 0
          ? text.slice(label.end, candidate.range[0])
          : text.slice(candidate.range[1], label.start);
      const lines = between.match(/\n/g)?.length ?? 0;
      if (after < 0 && lines > 0) continue;
      const cost = label.rank * 4 + distance * 0.5 + lines * 12;
      if (best === null || cost < best.cost) {
        best = { candidate, cost, label: [label.start, label.end] };
      }
    }
  }
  if (best === null) return null;
  const { candidate, cost } = best;
  return {
    value: candidate.value,
    confidence: confidenceOf(cost),
    quote: text.slice(candidate.range[0], candidate.range[1]),
  };
}

/** Of the amounts that stand beside a label on its line the largest at the most telling label. */
function amountOf(text: string, labels: readonly string[]): FoundField | null {
  const amounts = readAmounts(text).filter((one) => one.cents || one.currency !== null);
  let best: { value: string; range: CharacterRange; rank: number } | null = null;
  for (const label of findLabels(text, labels)) {
    if (
      /\b(?:sub|zwischen|net)[- ]?$/i.test(text.slice(Math.max(0, label.start - 10), label.start))
    ) {
      continue;
    }
    const line = text.slice(label.end, label.end + REACH);
    const end = label.end + (/\n[^\n]*\n/.exec(line)?.index ?? line.length);
    const beside = amounts.filter(({ range }) => range[0] >= label.end && range[0] <= end);
    const first = beside[0];
    if (first === undefined) continue;
    const rank = label.rank;
    const better =
      best === null || rank < best.rank || (rank === best.rank && outdoes(first.value, best.value));
    if (better) best = { value: first.value, range: first.range, rank };
  }
  // Of a long agreement only excerpts are shown: its largest amount may be any cap or threshold.
  const isWhole = !text.includes('\n…\n');
  if (best === null)
    return isWhole && labels[0] === 'total amount' ? largestOf(text, amounts) : null;
  const { value, range, rank } = best;
  return { value, confidence: confidenceOf(rank * 3), quote: text.slice(range[0], range[1]) };
}

/** A document that labels no date bears the first one of its head. */
function dateOf(text: string, field: Field, labels: readonly string[]): FoundField | null {
  const dates = readDates(text);
  const labelled = nearest(text, labels, dates, { before: true });
  if (labelled !== null) return labelled;
  if (field.name === 'effective_date' || field.name === 'expiry_date') {
    return termOf(text, dates, field.name);
  }
  if (field.name !== 'document_date') return null;
  const first = dates.find(({ range }) => range[0] < HEAD);
  if (first === undefined) return null;
  return { value: first.value, confidence: 0.4, quote: text.slice(first.range[0], first.range[1]) };
}

/** `26 February 2019 to 25 February 2024`: from the one, until the other. */
function termOf(
  text: string,
  dates: readonly Candidate[],
  name: 'effective_date' | 'expiry_date',
): FoundField | null {
  for (const [at, from] of dates.entries()) {
    const until = dates[at + 1];
    if (until === undefined) return null;
    const between = text.slice(from.range[1], until.range[0]);
    if (!/^\s*(?:to|until|through|till|bis(?: zum)?|al?|hasta(?: el)?|[-–—])\s*$/i.test(between))
      continue;
    const { value, range } = name === 'effective_date' ? from : until;
    return { value, confidence: 0.6, quote: text.slice(range[0], range[1]) };
  }
  return null;
}

function days(text: string): readonly Candidate[] {
  return findDurations(text)
    .filter(({ unit }) => unit === 'day')
    .map(({ count, range }) => ({ value: String(count), range }));
}

const VALUE_WORDS =
  /\b(?:fees?|price|value|rent|salary|remuneration|compensation|consideration|pays?|amounts? to|verg[uü]tung|preis|miete|gehalt|zahlt|precio|renta|salario|valor|paga)\b/i;

/** Agreements state their value in prose: the largest amount with a currency after such a word. */
function largestOf(
  text: string,
  amounts: readonly (Candidate & { readonly currency: string | null })[],
): FoundField | null {
  const [largest] = amounts
    .filter(({ currency, range }) => {
      const before = text.slice(Math.max(0, range[0] - 100), range[0]);
      return currency !== null && VALUE_WORDS.test(before);
    })
    .toSorted((a, b) => Number(b.value) - Number(a.value));
  if (largest === undefined) return null;
  const quote = text.slice(largest.range[0], largest.range[1]);
  return { value: largest.value, confidence: 0.3, quote };
}

/** Of several totals the larger counts, but one that rounds the other to coins comes after it. */
function outdoes(value: string, other: string): boolean {
  return Number(value) > Number(other) || Math.abs(Number(value) - Number(other)) <= 0.05;
}

function mostCommon(candidates: readonly Candidate[], text: string): FoundField | null {
  const counts = new Map<string, number>();
  for (const { value } of candidates) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [top] = [...counts].sort((a, b) => b[1] - a[1]);
  const first = candidates.find(({ value }) => value === top?.[0]);
  if (top === undefined || first === undefined) return null;
  const quote = text.slice(first.range[0], first.range[1]);
  return { value: top[0], confidence: top[1] / candidates.length, quote };
}

function restOfLine(text: string, labels: readonly string[]): FoundField | null {
  const [label] = findLabels(text, labels);
  if (label === undefined) return null;
  const value = /^[ \t]*[:#-]?[ \t]*(\S[^\n]{0,118})/.exec(text.slice(label.end))?.[1]?.trim();
  if (value === undefined || value === '') return null;
  return { value, confidence: confidenceOf(label.rank * 4 + 10), quote: value };
}

function matches(text: string, pattern: RegExp): readonly Candidate[] {
  return [...text.matchAll(pattern)].map((match) => ({
    value: match[0],
    range: [match.index, match.index + match[0].length],
  }));
}

/** 0.9 at the label itself, half of it at a cost of 40 (a line below, or a weak label). */
function confidenceOf(cost: number): number {
  return Number((0.9 / (1 + cost / 40)).toFixed(3));
}
