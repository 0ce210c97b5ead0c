import type { Line } from '../text/text-lines.ts';
import { linesOf } from '../text/text-lines.ts';
import type { TermClass } from '../text/terms/label-classes.ts';
import { findTerms, termClasses, termTokens } from '../text/terms/label-classes.ts';

/** Kinds of documents show on their first pages; long contracts would cost much and add little. */
const MAX_CHARACTERS = 24_000;
/** A label is a short cell's beginning, a title a short line of its own. */
const MAX_LABEL_TOKENS = 14;
const MAX_TITLE_TOKENS = 9;
/** The prominence of a title halves every so many lines. */
const TITLE_LINES = 8;
/** Titles stand in the head, also where the file has lost its lines. */
const HEAD_CHARACTERS = 1_200;

const AMOUNT = /(?<![\d.,])-?\d{1,3}(?:[.,'\s]?\d{3})*[.,]\d{2}(?!\d)/gu;
const DATE = /(?<!\d)\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?!\d)/gu;
const TIME = /(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])/gu;
const PERCENT = /\d\s?%/gu;
const IBAN = /\b[A-Z]{2}\d{2}[ ]?(?:[A-Z0-9]{4}[ ]?){2,7}[A-Z0-9]{1,4}\b/u;
const VAT_ID = /\b(?:AT|BE|DE|DK|ES|FI|FR|GB|IE|IT|LU|NL|PL|PT|SE)[ ]?U?[A-Z0-9]{0,2}\d{7,12}/u;
const MAIL = /[\w.+-]+@[\w-]+\.\w+/u;
const NUMBERED = /^(?:§\s*\d|\d+(?:\.\d+)*[.)]?\s+\p{Lu}|\p{L}+\s+\d+\s*[.:–-])/u;
const CURRENCY = /[€£$¥]|\b(?:EUR|USD|GBP|CHF|PLN|SEK|DKK|NOK|RM|kr|zł)\b/gu;

const SHAPE = [
  'characters',
  'lines',
  'line-length',
  'long-lines',
  'cells',
  'digits',
  'capitals',
  'amounts',
  'dates',
  'times',
  'percents',
  'currencies',
  'iban',
  'vat-id',
  'mail',
  'numbered',
  'amount-rows',
  'narrow',
] as const;

/** What a title, a label and a mention each give a column for. */
interface Evidence {
  readonly titled: Map<TermClass, number>;
  readonly labelled: Map<TermClass, number>;
  readonly mentioned: Map<TermClass, number>;
}

/** Names of the columns that `structureOf` fills, in order. */
export function structureColumns(): readonly string[] {
  columns ??= [
    ...SHAPE.map((name) => `shape:${name}`),
    ...termClasses().flatMap((kind) =>
      kind.startsWith('title:')
        ? [kind, `${kind}:first`, `${kind}:mentioned`]
        : kind.startsWith('label:')
          ? [kind, `${kind}:mentioned`]
          : [`${kind}:mentioned`],
    ),
  ];
  return columns;
}
let columns: readonly string[] | undefined;

/**
 * What a document looks like whatever its language: lengths and kinds of lines, and which classes
 * of titles, labels and terms it bears. Values from 0 to about 1, in the order of
 * `structureColumns`.
 */
export function structureOf(text: string): number[] {
  const read = text.slice(0, MAX_CHARACTERS);
  const lines = linesOf(read);
  const evidence = evidenceOf(lines, read);
  const first = [...evidence.titled].reduce<readonly [string, number]>(
    (best, [kind, prominence]) => (prominence > best[1] ? [kind, prominence] : best),
    ['', 0],
  )[0];
  const terms = termClasses().flatMap((kind) => {
    const mentioned = Math.sqrt((evidence.mentioned.get(kind) ?? 0) * 0.1);
    if (kind.startsWith('title:')) {
      return [evidence.titled.get(kind) ?? 0, first === kind ? 1 : 0, mentioned];
    }
    if (!kind.startsWith('label:')) return [mentioned];
    return [Math.min(1, (evidence.labelled.get(kind) ?? 0) / 2), mentioned];
  });
  return [...shapeOf(read, lines), ...terms];
}

function evidenceOf(lines: readonly Line[], text: string): Evidence {
  const evidence: Evidence = { titled: new Map(), labelled: new Map(), mentioned: new Map() };
  let tokensRead = 0;
  for (const [index, line] of lines.entries()) {
    for (const cell of line.text.split(/\t|\s{2,}|\|/u)) {
      const tokens = termTokens(cell);
      tokensRead += tokens.length;
      const isHead = line.start < HEAD_CHARACTERS;
      const isUpper = isHead && capitalsOf(cell) > 0.6;
      for (const { kind, at, length } of findTerms(tokens)) {
        add(evidence.mentioned, kind, 1);
        if (at <= 1 && tokens.length <= MAX_LABEL_TOKENS) add(evidence.labelled, kind, 1);
        const isTitle = tokens.length <= MAX_TITLE_TOKENS || isUpper;
        if (!kind.startsWith('title:') || !isTitle) continue;
        const whole = length / Math.min(tokens.length, MAX_TITLE_TOKENS);
        const prominence = (0.4 + 0.3 * whole + (isUpper ? 0.3 : 0)) / (1 + index / TITLE_LINES);
        const before = evidence.titled.get(kind) ?? 0;
        evidence.titled.set(kind, Math.max(before, prominence));
      }
    }
  }
  const thousands = Math.max(0.2, tokensRead / 1_000);
  for (const [kind, count] of evidence.mentioned) {
    evidence.mentioned.set(kind, count / thousands);
  }
  return text === '' ? { ...evidence, mentioned: new Map() } : evidence;
}

function shapeOf(text: string, lines: readonly Line[]): number[] {
  const count = Math.max(1, lines.length);
  const share = (test: (line: string) => boolean): number =>
    lines.filter((line) => test(line.text)).length / count;
  const perLine = (pattern: RegExp): number =>
    Math.min(1, (text.match(pattern)?.length ?? 0) / count);
  const letters = Math.max(1, text.length);
  return [
    Math.log10(1 + text.length) / 5,
    Math.log10(1 + lines.length) / 3,
    Math.min(1, text.length / count / 200),
    share((line) => line.length > 70),
    share((line) => line.includes('\t') || / {2,}/u.test(line)),
    (text.match(/\d/gu)?.length ?? 0) / letters,
    capitalsOf(text),
    perLine(AMOUNT),
    perLine(DATE),
    perLine(TIME),
    perLine(PERCENT),
    perLine(CURRENCY),
    Number(IBAN.test(text)),
    Number(VAT_ID.test(text)),
    Number(MAIL.test(text)),
    share((line) => NUMBERED.test(line)),
    share((line) => (line.match(AMOUNT)?.length ?? 0) > 1),
    share((line) => line.length < 45),
  ];
}

/** Share of the letters that are capitals. */
function capitalsOf(text: string): number {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  return capitals / Math.max(1, text.match(/\p{L}/gu)?.length ?? 0);
}

function add(counts: Map<TermClass, number>, kind: TermClass, by: number): void {
  counts.set(kind, (counts.get(kind) ?? 0) + by);
}
