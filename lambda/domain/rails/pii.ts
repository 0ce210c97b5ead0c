import type { PiiType } from '../../../config/guardrail.ts';
import type { CharacterRange } from '../text/character-range.ts';
import { type Detector, wordsAfter, wordsBefore } from './pii/pii-detector.ts';
import { NUMBERED } from './pii/pii-numbers.ts';
import { findPhones } from './pii/pii-phones.ts';
import { findPersons } from './pii/pii-persons.ts';

export interface FoundPii {
  readonly type: PiiType;
  readonly range: CharacterRange;
}

/** Said of people in every contract and invoice: found and counted, masked only where the policy says so. */
const ORDINARY: ReadonlySet<PiiType> = new Set(['ADDRESS', 'AGE', 'NAME', 'URL']);

/**
 * Personal data in a text, in order, without overlaps. What has a checksum is checked by it; what has
 * none needs words beside it that say what it is.
 */
export function findPii(text: string): readonly FoundPii[] {
  const found: FoundPii[] = [];
  const add = (type: PiiType, range: CharacterRange): void => {
    if (!found.some((one) => one.range[0] < range[1] && range[0] < one.range[1])) {
      found.push({ type, range });
    }
  };
  for (const detector of NUMBERED) {
    for (const range of rangesOf(detector, text)) add(detector.type, range);
  }
  for (const range of findPhones(text)) add('PHONE', range);
  for (const { type, range } of findPersons(text)) add(type, range);
  return found.sort((a, b) => a.range[0] - b.range[0]);
}

/** Those that name one person or account, which names and addresses of a business document do not. */
export function identifying(found: readonly FoundPii[]): readonly FoundPii[] {
  return found.filter(({ type }) => !ORDINARY.has(type));
}

/** The text with each finding replaced by `{TYPE}`, as Bedrock anonymises. */
export function maskPii(text: string, found: readonly FoundPii[]): string {
  let masked = text;
  for (const { type, range } of found.toReversed()) {
    masked = `${masked.slice(0, range[0])}{${type}}${masked.slice(range[1])}`;
  }
  return masked;
}

function* rangesOf({ pattern, isValid, near }: Detector, text: string): Generator<CharacterRange> {
  for (const match of text.matchAll(pattern)) {
    // A group `value` is what is personal of a pattern that takes its words along.
    const value = match.groups?.['value'] ?? match[0];
    const start = match.index + match[0].lastIndexOf(value);
    const range = [start, start + value.length] as const;
    const isNear =
      near === undefined ||
      near.test(wordsBefore(text, range[0])) ||
      near.test(wordsAfter(text, range[1]));
    if (isNear && (isValid === undefined || isValid(value))) yield range;
  }
}
