import { findTerms, termTokens } from '../text/terms/label-classes.ts';
import { isCompanyName } from '../text/legal-forms.ts';
import type { Candidate } from './field-candidates.ts';

/** Names of hosts in addresses of mail and of pages. */
const HOST = /(?:@|\bwww\.|https?:\/\/)([\p{L}\d.-]+)\.\p{L}{2,}/giu;
/** A word of a name that is told again by a host: shorter ones are everywhere. */
const MIN_LETTERS = 4;
/** Four or five digits, or letters and digits as in Britain, Ireland, Canada, the Netherlands. */
const POSTCODE =
  /(?<![\d.,/-])(?:\d{4,6}(?![\d.,/-])|\d{2}-\d{3}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|\d{4} ?[A-Z]{2}|\d{3} \d{2})(?!\d)/u;
/** Lines below a name in which its address stands. */
const REACH = 4;

/** What tells names of parties from other lines, whatever the language. */
export function nameFeatures(text: string, candidates: readonly Candidate[]): string[][] {
  const hosts = Array.from(text.matchAll(HOST), ([, host = '']) => host.toLowerCase()).join(' ');
  const companies: string[] = [];
  return candidates.map(({ value, range, form }) => {
    const tokens = termTokens(value);
    const kinds = findTerms(tokens)
      .filter(({ at }) => at === 0)
      .map(({ kind }) => kind);
    const isCompany = isCompanyName(value);
    if (isCompany && !companies.some((other) => holds(other, value))) companies.push(value);
    const order = companies.findIndex((other) => holds(other, value));
    const isHost = tokens.some((word) => word.length >= MIN_LETTERS && hosts.includes(word));
    return [
      `legal=${isCompany}`,
      `legal,form=${isCompany} ${form}`,
      `order=${isCompany ? Math.min(order, 3) : '-'}`,
      `host=${hosts === '' ? '-' : isHost}`,
      `host,legal=${hosts === '' ? '-' : isHost} ${isCompany}`,
      `postcode=${linesToPostcode(text, range[1])}`,
      `postcode,legal=${linesToPostcode(text, range[1])} ${isCompany}`,
      `commas=${value.split(',').length - 1}`,
      ...(kinds.length === 0 ? ['term=none'] : kinds.map((kind) => `term=${kind}`)),
    ];
  });
}

function holds(one: string, other: string): boolean {
  return one.includes(other) || other.includes(one);
}

/** How far below a postcode stands; -1 where it is not near. */
function linesToPostcode(text: string, end: number): number {
  const below = text
    .slice(end, end + 300)
    .split('\n')
    .slice(0, REACH + 1);
  return below.findIndex((line) => POSTCODE.test(line));
}
