import type { CharacterRange } from '../text/character-range.ts';
import { termsOf } from './vocabulary.ts';

/** How far on either side words speak of a value, and how much each distance counts. */
const LABEL_CHARACTERS = 60;
const PROSE_CHARACTERS = 160;
const WRAPPED_CHARACTERS = 60;
const LABEL = 1;
const ABOVE = 0.7;
const PROSE = 0.5;

/** `No.` before a code (NFKC of U+2116, the numero sign, is `No`), and the sign `#`. */
const NUMERO = /(?:(?<!\p{L})N[or°º]\.?|#)\s*[:.]?\s*$/iu;

/** A label has few words; more are prose. */
const LABEL_TERMS = 5;

export interface Surroundings {
  /** Terms around a value, each by how much it speaks of it. */
  readonly terms: ReadonlyMap<string, number>;
  /** Those of its label; empty in prose. */
  readonly label: readonly string[];
}

/**
 * Terms that stand around a value, each by how much it speaks of it: its own words and those before it
 * on its line (its label) most, then the line above a value that begins its line, then the prose on
 * both sides.
 */
export function surroundingsOf(text: string, [start, end]: CharacterRange): Surroundings {
  const found = new Map<string, number>();
  const add = (piece: string, weight: number) => {
    for (const term of termsOf(piece)) found.set(term, Math.max(weight, found.get(term) ?? 0));
  };
  const lineStart = startOfLine(text, start);
  const line = text.slice(Math.max(lineStart, start - LABEL_CHARACTERS), start);
  const label = /[\p{L}\d]/u.test(line) ? labelOf(line) : '';
  add(label, LABEL);
  add(text.slice(start, end), LABEL);
  if (label === '') add(lineAbove(text, lineStart), ABOVE);
  add(before(text.slice(Math.max(0, start - PROSE_CHARACTERS), start)), PROSE);
  add(after(text.slice(end, end + PROSE_CHARACTERS)), PROSE);
  const said = termsOf(label).filter((term) => !/\d/.test(term));
  const isProse = said.length > LABEL_TERMS || !/(?:[:|\t]|\s{2}|number)\s*$/u.test(label);
  return { terms: found, label: isProse ? [] : said };
}

/** A line of prose that was wrapped goes on. */
function startOfLine(text: string, at: number): number {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const above = text.lastIndexOf('\n', start - 2) + 1;
  return start - above > WRAPPED_CHARACTERS ? above : start;
}

/** What follows the last value, sentence or cell on the line. */
function labelOf(line: string): string {
  const written = line.replace(NUMERO, ' number ');
  return written.slice(written.search(/[^|;\t]*$/u)).replace(/^.*[.!?)]\s(?=\S)/u, '');
}

function lineAbove(text: string, lineStart: number): string {
  const above = text.slice(0, Math.max(0, lineStart)).trimEnd();
  return above.slice(above.lastIndexOf('\n') + 1).slice(-LABEL_CHARACTERS);
}

/** The sentence so far; a blank line ends one too. */
function before(prose: string): string {
  return prose.split(/[.!?](?=\s+\p{Lu})|\n\s*\n/u).at(-1) ?? '';
}

function after(prose: string): string {
  return prose.split(/[.!?](?=\s+\p{Lu})|\n\s*\n|\n(?=\s*\p{Lu})/u)[0] ?? '';
}
