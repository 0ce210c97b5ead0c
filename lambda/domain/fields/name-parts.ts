import { findTerms, termTokens } from '../text/terms/label-classes.ts';

/** A part of a found name, and where it begins in it. */
export interface NamePart {
  readonly text: string;
  readonly at: number;
  readonly form: 'after-label' | 'after-comma' | 'after-line';
}

const WORD = /[\p{L}\p{N}]+[^\p{L}\p{N}]*/gu;
/** Labels of parties are so many words long: `Name und Anschrift des Käufers`. */
const MAX_LABEL_WORDS = 5;

/**
 * What remains of a name without what stands before it: a label (`Bill to: Acme Ltd`), a person
 * (`Ana Diaz, Acme Ltd`) or the line above (`Invoice⏎Acme Ltd`).
 */
export function partsOf(name: string): NamePart[] {
  const label = labelLength(name);
  const comma = name.search(/, +(?=\p{Lu}[^,]* )/u);
  const line = name.lastIndexOf('\n');
  return [
    ...partAt(name, label, 'after-label'),
    ...partAt(name, comma + 1, 'after-comma'),
    ...partAt(name, line + 1, 'after-line'),
  ];
}

function partAt(name: string, from: number, form: NamePart['form']): NamePart[] {
  const rest = name.slice(from);
  const text = rest.trim();
  if (from <= 0 || text.length < 3) return [];
  return [{ text, at: from + rest.indexOf(text), form }];
}

/** Characters of the terms that a name begins with; 0 where it begins with none, or is one. */
function labelLength(name: string): number {
  const words = Array.from(name.matchAll(WORD), (match) => match[0]);
  const terms = findTerms(termTokens(words.slice(0, MAX_LABEL_WORDS).join(' ')));
  const length = Math.max(0, ...terms.filter(({ at }) => at === 0).map((term) => term.length));
  if (length === 0 || length >= words.length) return 0;
  return name.search(/[\p{L}\p{N}]/u) + words.slice(0, length).join('').length;
}
