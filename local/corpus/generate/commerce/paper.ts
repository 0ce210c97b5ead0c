import type { OrderLine, Totals } from '../deal.ts';
import type { Block, Writing } from '../draft.ts';
import type { Company } from '../parties.ts';
import type { Language } from '../lands.ts';
import { danish, swedish } from '../wording/commerce/nordic.ts';
import { dutch, german } from '../wording/commerce/germanic.ts';
import { english } from '../wording/commerce/english.ts';
import { french, italian, spanish } from '../wording/commerce/romance.ts';
import { polish, portuguese } from '../wording/commerce/others.ts';
import type { CommerceKind, CommerceWords } from '../wording/commerce/words.ts';

/** One commercial paper while it is written. */
export interface Paper {
  readonly writing: Writing;
  readonly kind: CommerceKind;
  readonly words: CommerceWords;
  readonly issuer: Company;
  readonly recipient: Company;
  readonly goods: Goods;
  /** Days allowed for payment. */
  readonly days: number;
  /** Puts a label into the paper's one style: `Total:`, `TOTAL`, `Total / Summe`. */
  readonly label: (alternatives: string) => string;
  /** The label as it stands above or beside a value without a mark between them. */
  readonly bare: (alternatives: string) => string;
}
export interface Goods {
  readonly lines: readonly OrderLine[];
  readonly totals: Totals;
  readonly taxRate: number;
}

/** A label and its value. */
export type Entry = readonly [label: string, value: string];

export const wordsOf: Readonly<Record<Language, CommerceWords>> = {
  en: english,
  de: german,
  es: spanish,
  fr: french,
  it: italian,
  nl: dutch,
  pt: portuguese,
  pl: polish,
  sv: swedish,
  da: danish,
};

/** Shares of papers whose labels are in capitals. */
const CAPITALS = 0.12;

/** How the paper writes all of its labels. */
export function labelStyle({ chance }: Writing): Pick<Paper, 'label' | 'bare'> {
  const mark = chance.pick([':', ':', ':', ':', ' :', '', '.']);
  const isUpper = chance.happens(CAPITALS);
  const bare = (alternatives: string): string => {
    const text = chance.pick(alternatives.split('|'));
    return isUpper ? text.toUpperCase() : text;
  };
  return { bare, label: (alternatives) => withMark(bare(alternatives), mark) };
}

function withMark(text: string, mark: string): string {
  return /[.:#?%]$/.test(text) && mark === '.' ? text : `${text}${mark}`;
}

/** Labels and values in one of the ways in which papers set them. */
export function entryBlocks({ writing }: Paper, entries: readonly Entry[]): Block[] {
  const { chance } = writing;
  if (entries.length === 0) return [];
  const plain = entries.map(([label, value]) => [label.replace(/\s*[:.]$/, ''), value] as const);
  const ways: readonly (() => Block[])[] = [
    () => [{ kind: 'lines', lines: entries.map(([label, value]) => `${label} ${value}`) }],
    () => [{ kind: 'grid', rows: entries }],
    () => [{ kind: 'grid', rows: pairUp(entries) }],
    () => plain.map(([label, value]) => ({ kind: 'lines', lines: [label, value] })),
    () => [{ kind: 'grid', rows: [plain.map(([label]) => label), plain.map(([, one]) => one)] }],
    () => [
      { kind: 'lines', lines: [entries.map(([label, one]) => `${label} ${one}`).join('   ')] },
    ],
  ];
  return chance.pick([...ways.slice(0, 2), ...ways])();
}

/** `[a, 1] [b, 2] [c, 3]` → `[a, 1, b, 2] [c, 3]`. */
function pairUp(entries: readonly Entry[]): string[][] {
  const rows: string[][] = [];
  for (let at = 0; at < entries.length; at += 2) rows.push(entries.slice(at, at + 2).flat());
  return rows;
}
