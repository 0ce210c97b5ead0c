import type { Taxonomy } from '../../../config/schema.ts';
import type { FieldValue } from '../document/document.ts';
import { findDurations } from '../text/durations.ts';
import { readOrdinalWords } from '../text/number-words.ts';
import { words } from '../text/words.ts';
import { coverage, namingTerms, type Rarity, rarityAmong } from './similarity.ts';
import { surroundingsOf } from './surroundings.ts';
import { findValues, type Value, type ValueType } from './values.ts';
import { termsOf } from './vocabulary.ts';

type Field = Taxonomy['fields'][number];

export interface ExtractionTask {
  readonly fields: Taxonomy['fields'];
  readonly document: string;
}

export interface FoundField {
  readonly value: FieldValue;
  /** 0 to 1: how much of the description stands around the value; not calibrated. */
  readonly confidence: number;
  readonly quote: string | readonly string[];
}

interface Pairing {
  readonly field: Field;
  readonly value: Value;
  readonly score: number;
}

/** Less of a description around a value than this is chance. */
const LEAST_COVERAGE = 0.2;
/** Types whose values are rare enough to speak for themselves: their best value needs no label. */
const PLAIN: ReadonlySet<ValueType> = new Set(['place', 'address', 'currency', 'list']);
/** What speaks of the document itself stands in its head. */
const HEAD_CHARACTERS = 1_500;
const TITLE_LINES = 2;
/** A description's own word for what it describes; the document says its title instead. */
const [ITSELF = '', TOTAL = ''] = termsOf('document total');
const ITSELF_WITHIN = 3;
const AFTER_STOP = 0.5;
const MOST_NAMES = 4;

/**
 * Reads fields by their descriptions and types, without a language model: values of the type that
 * stand among the words of the description, those first that say what the field is (its first words)
 * and that other fields do not share. Each value goes to the field that it fits best; a field without
 * evidence is left out. Names of fields are labels: they are not read. Deterministic.
 */
export function extractExtractively(task: ExtractionTask): Readonly<Record<string, FoundField>> {
  const rarity = rarityAmong(task.fields.map(({ description }) => termsOf(description)));
  const types = new Set(task.fields.map(({ type }) => type));
  const pairings = [...types].flatMap((type) => pairingsOf(task, type, rarity));
  const taken = new Set<string>();
  const found: Record<string, FoundField> = {};
  for (const { field, value, score } of pairings.toSorted((a, b) => b.score - a.score)) {
    const place = `${field.type} ${value.range[0]}`;
    if (found[field.name] !== undefined || taken.has(place)) continue;
    taken.add(place);
    const quote = task.document.slice(...value.range);
    found[field.name] = { value: value.value, confidence: Math.min(0.95, score), quote };
  }
  for (const field of task.fields.filter(({ type }) => type === 'list')) {
    const names = namesIn(task.document);
    if (names.length > 1) found[field.name] = { value: names, confidence: 0.3, quote: names };
  }
  return found;
}

function pairingsOf(task: ExtractionTask, type: ValueType, rarity: Rarity): readonly Pairing[] {
  const title = titleTerms(task.document);
  const values = findValues(task.document, type).map((value) => ({
    value,
    around: surroundingsOf(task.document, value.range),
  }));
  return task.fields
    .filter((field) => field.type === type)
    .flatMap((field) => {
      const wanted = wantedTerms(field, rarity);
      const unit = unitNamed(field.description);
      // The first code of a head may be a house number.
      const isOfHead = type !== 'code' && isItself(wanted);
      const pairings = values.flatMap(({ value, around }, rank): Pairing[] => {
        if (type === 'integer' && unit !== unitNamed(task.document.slice(...value.range)))
          return [];
        // What a description calls the document, the document calls by its title.
        const isWanted = (term: string) =>
          wanted.has(term) || term === nameOf(type) || (wanted.has(ITSELF) && title.includes(term));
        const presence = (term: string) =>
          Math.max(
            ...[term, ...(term === ITSELF ? title : [])].map((one) => around.terms.get(one) ?? 0),
          );
        const all = around.label.reduce((sum, term) => sum + rarity(term), 0);
        const own = around.label.filter(isWanted).reduce((sum, term) => sum + rarity(term), 0);
        const purity = all === 0 ? 1 : Math.sqrt(own / all);
        const first = isOfHead && value.range[0] < HEAD_CHARACTERS ? 0 : null;
        const named = rank === (rankNamed(field) ?? first) ? LEAST_COVERAGE : 0;
        const often = PLAIN.has(type) ? shareOf(values, value) + LEAST_COVERAGE : 0;
        const score = coverage(wanted, presence) * purity + named + often;
        return score >= LEAST_COVERAGE ? [{ field, value, score }] : [];
      });
      return wanted.keys().next().value === TOTAL ? largestOf(pairings) : pairings;
    });
}

/** `Date of the document`: what no label names stands first in the head. */
function isItself(wanted: ReadonlyMap<string, number>): boolean {
  return [...wanted.keys()].slice(0, ITSELF_WITHIN).includes(ITSELF);
}

function shareOf(values: readonly { readonly value: Value }[], { value }: Value): number {
  return values.filter((one) => one.value.value === value).length / values.length;
}

/** A total is at least as large as its parts (EN 16931-1, rule BR-CO-15). */
function largestOf(pairings: readonly Pairing[]): readonly Pairing[] {
  return pairings.toSorted((a, b) => Number(b.value.value) - Number(a.value.value)).slice(0, 1);
}

/** What follows a stop counts half; every value is of the type, so its name tells nothing. */
function wantedTerms({ description, type }: Field, rarity: Rarity): ReadonlyMap<string, number> {
  const terms = termsOf(description).filter((term) => term !== nameOf(type));
  const naming = new Set(termsOf(description.split(/[,;:.(]/u)[0] ?? ''));
  return namingTerms(terms, (term) => rarity(term) * (naming.has(term) ? 1 : AFTER_STOP));
}

function nameOf(type: ValueType): string | undefined {
  return termsOf(type)[0];
}

/** `the second party`: a rank in the description is that of the value in the document. */
function rankNamed({ type, description }: Field): number | null {
  if (type !== 'party') return null;
  const ordinal = words(description).find((word) => readOrdinalWords(word) !== null) ?? '';
  return (readOrdinalWords(ordinal) ?? 0) - 1;
}

/** `Days of notice` counts days. */
function unitNamed(text: string): string | null {
  const unit = words(text).find((word) => findDurations(`2 ${word}`).length > 0);
  return findDurations(`2 ${unit ?? ''}`)[0]?.unit ?? null;
}

function titleTerms(document: string): readonly string[] {
  const lines = document.split('\n').filter((line) => line.trim() !== '');
  return termsOf(lines.slice(0, TITLE_LINES).join(' '));
}

function namesIn(document: string): readonly string[] {
  const head = findValues(document.slice(0, HEAD_CHARACTERS * 2), 'list');
  return [...new Set(head.map(({ value }) => value))].slice(0, MOST_NAMES);
}
