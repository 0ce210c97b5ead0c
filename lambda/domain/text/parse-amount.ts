import type { CharacterRange } from './character-range.ts';

export interface FoundAmount {
  /** Decimal with two digits. */
  readonly value: string;
  readonly range: CharacterRange;
  /** Whether the text shows cents: totals do, quantities and section numbers do not. */
  readonly cents: boolean;
}

const NUMBER =
  /(?<![\p{L}\d.,/-])-?\d{1,3}(?:[ \u00a0'’]\d{3})+(?:[.,]\d{2})?(?![\d])|(?<![\d.,/-])-?\d[\d.,]*(?<=\d)(?![\d/%]|[.,-]\d)/gu;

/**
 * Numbers of the text that can be amounts, in reading order, with European and American separators.
 * The last `.` or `,` is the decimal mark when one or two digits follow it, else it groups
 * thousands.
 */
export function findAmounts(text: string): FoundAmount[] {
  const found: FoundAmount[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const parsed = parseAmount(match[0]);
    if (parsed === null) continue;
    found.push({ ...parsed, range: [match.index, match.index + match[0].length] });
  }
  return found;
}

/** Null where the string is no number, or groups its digits in no known way. */
export function parseAmount(text: string): { value: string; cents: boolean } | null {
  const bare = text.replace(/[\s\u00a0'’]/gu, '');
  const match = /^(-?)(\d[\d.,]*?)(?:[.,](\d{1,2}))?$/u.exec(bare);
  const whole = match?.[2];
  if (match === null || whole === undefined) return null;
  const groups = whole.split(/[.,]/u);
  const grouped = groups.length > 1;
  if (grouped && groups.slice(1).some((group) => group.length !== 3)) return null;
  const digits = groups.join('').replace(/^0+(?=\d)/u, '');
  if (digits.length > 15) return null;
  const cents = (match[3] ?? '').padEnd(2, '0');
  return { value: `${match[1] ?? ''}${digits}.${cents}`, cents: match[3] !== undefined };
}
