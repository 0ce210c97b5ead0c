import type { PiiType } from '../../../../config/guardrail.ts';

/** Finds one type of personal data by its form. */
export interface Detector {
  readonly type: PiiType;
  /** Global; a group `value` is the part that is personal, all of it without one. */
  readonly pattern: RegExp;
  /** A checksum, or what was never issued. @default valid */
  readonly isValid?: (value: string) => boolean;
  /** Words that must stand beside it. @default none */
  readonly near?: RegExp;
}

/** How far a word may stand from what it speaks of: a label and some words between. */
const BEFORE = 40;
const AFTER = 24;

/** What stands before, from the line above on. */
export function wordsBefore(text: string, start: number): string {
  const lines = text.slice(Math.max(0, start - BEFORE), start).split('\n');
  return lines.slice(-2).join(' ');
}

/** What stands after, on the same line. */
export function wordsAfter(text: string, end: number): string {
  return text.slice(end, end + AFTER).split('\n')[0] ?? '';
}
