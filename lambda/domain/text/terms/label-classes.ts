import { agreementTerms } from './agreement-terms.ts';
import { labelTerms } from './label-terms.ts';
import { titleTerms } from './title-terms.ts';

export type LabelClass = `label:${keyof typeof labelTerms}`;
export type TermClass =
  | LabelClass
  | `title:${keyof typeof titleTerms}`
  | `agreement:${keyof typeof agreementTerms}`;

/** A term that stands in a text. */
export interface FoundTerm {
  readonly kind: TermClass;
  /** Position of its first token and the number of its tokens. */
  readonly at: number;
  readonly length: number;
}

interface Term {
  readonly tokens: readonly string[];
  readonly kind: TermClass;
}

/** A compound word adds at least so many letters to its end. */
const COMPOUND_LETTERS = 3;
const WORD = /\p{L}+|\p{N}+|[%#]/gu;
/** Letters that Unicode does not take apart. */
const FOLDED: readonly (readonly [RegExp, string])[] = [
  [/ß/gu, 'ss'],
  [/[æ]/gu, 'ae'],
  [/[ø]/gu, 'o'],
  [/[ł]/gu, 'l'],
  [/[º°]/gu, ''],
];

/** Lower case without accents: `Fälligkeit` is `falligkeit`. */
export function foldLetters(text: string): string {
  let folded = text.toLowerCase();
  for (const [pattern, plain] of FOLDED) folded = folded.replace(pattern, plain);
  return folded.normalize('NFKD').replace(/\p{M}+/gu, '');
}

/** Words as terms are written: without accents, one token a run of letters or of digits. */
export function termTokens(text: string): string[] {
  return foldLetters(text).match(WORD) ?? [];
}

/** Every term of the lists in the tokens, the longest of each class where it begins. */
export function findTerms(tokens: readonly string[]): FoundTerm[] {
  const terms = termIndex();
  const found: FoundTerm[] = [];
  for (const [at, token] of tokens.entries()) {
    const seen = new Set<TermClass>();
    for (const { tokens: wanted, kind } of terms.starting.get(token) ?? []) {
      if (seen.has(kind) || !startsWith(tokens, at, wanted)) continue;
      seen.add(kind);
      found.push({ kind, at, length: wanted.length });
    }
    for (const [ending, kind] of terms.endings) {
      if (seen.has(kind) || !isCompound(token, ending)) continue;
      seen.add(kind);
      found.push({ kind, at, length: 1 });
    }
  }
  return found;
}

/** All classes, in one fixed order. */
export function termClasses(): readonly TermClass[] {
  return termIndex().kinds;
}

function startsWith(tokens: readonly string[], at: number, wanted: readonly string[]): boolean {
  return wanted.every((token, offset) => tokens[at + offset] === token);
}

function isCompound(token: string, ending: string): boolean {
  return token.length >= ending.length + COMPOUND_LETTERS && token.endsWith(ending);
}

interface TermIndex {
  /** By first token, longest first. */
  readonly starting: ReadonlyMap<string, readonly Term[]>;
  readonly endings: readonly (readonly [string, TermClass])[];
  readonly kinds: readonly TermClass[];
}

let made: TermIndex | undefined;

/** Made on first use: functions that classify nothing import the lists too. */
function termIndex(): TermIndex {
  made ??= indexTerms();
  return made;
}

function indexTerms(): TermIndex {
  const starting = new Map<string, Term[]>();
  const endings: [string, TermClass][] = [];
  const kinds: TermClass[] = [];
  const add = (kind: TermClass, terms: string): void => {
    kinds.push(kind);
    for (const term of new Set(terms.split('|'))) {
      if (term.startsWith('-')) {
        endings.push([term.slice(1), kind]);
        continue;
      }
      const tokens = termTokens(term);
      const [first = ''] = tokens;
      starting.set(first, [...(starting.get(first) ?? []), { tokens, kind }]);
    }
  };
  for (const name of keysOf(labelTerms)) add(`label:${name}`, labelTerms[name]);
  for (const name of keysOf(titleTerms)) add(`title:${name}`, titleTerms[name]);
  for (const name of keysOf(agreementTerms)) add(`agreement:${name}`, agreementTerms[name]);
  for (const list of starting.values()) list.sort((a, b) => b.tokens.length - a.tokens.length);
  return { starting, endings, kinds };
}

function keysOf<T extends object>(record: T): (keyof T)[] {
  const keys: (keyof T)[] = [];
  for (const key in record) keys.push(key);
  return keys;
}
