import type { CharacterRange } from './character-range.ts';
import { readNumberWords } from './number-words.ts';

export interface FoundDuration {
  readonly count: number;
  readonly unit: 'day' | 'week' | 'month' | 'year';
  /** Such as `30 days`. */
  readonly value: string;
  /** `count` in days: a month is 30, a year 365. */
  readonly days: number;
  readonly range: CharacterRange;
}

/**
 * Names of units: Unicode CLDR 48, `units/duration`, all plural forms; words of up to three letters
 * that are common words of other languages (`any`, `an`, `dan`, `den`, `let`) left out.
 */
const UNITS: Readonly<Record<FoundDuration['unit'], string>> = {
  day: `day days tag tage tagen jour jours día días dia dias giorno giorni dag dagen dage dagar dygn
    døgn dzień dni dnia dny dnů dní deň dňa dneva dana nap napon zi zile ημέρα ημέρες ημερών päivä päivää
    päivän ööpäev ööpäeva päeva diena dienas dienu dienos dienų gün ден день дня дней дні днів дни дена hari`,
  week: `week weeks woche wochen semaine semaines semana semanas settimana settimane weken tydzień
    tygodnie tygodni tygodnia týden týdny týdnů týdne týždeň týždne týždňov teden tedna tedni tednov
    tjedan tjedna tjedana hét săptămână săptămâni седмица седмици εβδομάδα εβδομάδες εβδομάδων uge
    uger uke uker vecka veckor viikko viikkoa viikon nädal nädalat nädala nedēļa nedēļas nedēļu savaitė
    savaitės savaičių hafta неделя недели недель тиждень тижні тижнів тижня minggu`,
  month: `month months monat monate monaten mois mes meses mese mesi mês maand maanden miesiąc
    miesiące miesięcy miesiąca měsíc měsíce měsíců mesiac mesiace mesiacov mesec meseca meseci
    mesecev mjesec mjeseca mjeseci hónap lună luni месец месеца месеци μήνας μήνες μηνών måned
    måneder månad månader kuukausi kuukautta kuukauden kuu kuud mēnesis mēneši mēnešu mėnuo mėnesiai
    mėnesių месяц месяца месяцев місяць місяці місяців місяця ay bulan`,
  year: `year years jahr jahre jahren année années ans año años anno anni ano anos jaar jaren lat lata
    rok roku roky rokov leto leta leti godina godine év évre ani година години годин έτος έτη ετών år vuosi
    vuotta vuoden aasta aastat gads gadi gadu metai metų yıl год года лет рік роки років tahun`,
};
const UNIT_OF = new Map(
  (['day', 'week', 'month', 'year'] as const).flatMap((unit) =>
    UNITS[unit].split(/\s+/).map((name) => [name, unit] as const),
  ),
);
const DAYS = { day: 1, week: 7, month: 30, year: 365 } as const;
/** German joins what kind of day it is to the unit; elsewhere it is a word of its own. */
const COMPOUND = /^(?:kalender|werk|arbeits|bank|geschäfts|kalendar)(?=tag)/u;
const WORD = /(?<!\p{L})\p{L}{2,20}(?!\p{L})/gu;
/** Room for a number in words, the same in digits, and blanks: without a limit a page of them takes long. */
const BEFORE = 90;
const TOKEN = /\p{L}+|\d+|[^\s\p{L}\d]/gu;
/** Italian 2 and Spanish 11 are English words: they count only directly before the unit. */
const ENGLISH_TOO: ReadonlySet<string> = new Set(['due', 'once']);
/** `net 30`, `netto 30`, `n/30`: days by custom (ISO 20022 and X12 terms codes say the same). */
const NET = /(?<!\p{L})(?:net|netto|neto|n)\s{0,10}[-/]?\s{0,10}(?<count>\d{1,3})(?![\d.,/%])/giu;
/** ISO 8601, of one unit. */
const ISO = /(?<![\p{L}\d])P(?<count>\d{1,4})(?<unit>[DWMY])(?![\p{L}\d])/gu;
const ISO_UNITS: Readonly<Record<string, FoundDuration['unit']>> = {
  D: 'day',
  W: 'week',
  M: 'month',
  Y: 'year',
};
/** `three hundred and sixty-five` has no more with its hyphen. */
const MOST_WORDS = 6;

/** Durations of a text in order, in digits and in words. */
export function findDurations(text: string): readonly FoundDuration[] {
  const found: FoundDuration[] = [];
  for (const match of text.matchAll(WORD)) {
    const unit = unitNamed(match[0].toLowerCase());
    if (unit === null) continue;
    const from = Math.max(0, match.index - BEFORE);
    const counted = countBefore(text.slice(from, match.index));
    if (counted === null) continue;
    const range = [from + counted.start, match.index + match[0].length] as const;
    found.push(durationOf(counted.count, unit, range));
  }
  for (const match of [...text.matchAll(NET), ...text.matchAll(ISO)]) {
    const unit = ISO_UNITS[match.groups?.['unit'] ?? 'D'] ?? 'day';
    const range = [match.index, match.index + match[0].length] as const;
    const isCounted = found.some((one) => one.range[0] < range[1] && range[0] < one.range[1]);
    if (!isCounted) found.push(durationOf(Number(match.groups?.['count']), unit, range));
  }
  return found.filter(({ count }) => count > 0).sort((a, b) => a.range[0] - b.range[0]);
}

function durationOf(
  count: number,
  unit: FoundDuration['unit'],
  range: CharacterRange,
): FoundDuration {
  const value = `${count} ${unit}${count === 1 ? '' : 's'}`;
  return { count, unit, value, days: count * DAYS[unit], range };
}

function unitNamed(word: string): FoundDuration['unit'] | null {
  return UNIT_OF.get(word.replace(COMPOUND, '')) ?? null;
}

interface Count {
  readonly count: number;
  readonly start: number;
}

/** The number that ends a text: `30`, `(30)`, `thirty (30)`, `two-`; one word may follow it (`20 de`). */
function countBefore(before: string): Count | null {
  const tokens = [...before.matchAll(TOKEN)];
  let last = tokens.length - 1;
  while (/^[-‐‑–]$/u.test(tokens[last]?.[0] ?? '')) last -= 1;
  const direct = countAt(before, tokens, last);
  if (direct !== null || !/^(?:\p{L}{4,12}|de)$/u.test(tokens[last]?.[0] ?? '')) return direct;
  const word = tokens[last - 1]?.[0].toLowerCase() ?? '';
  return ENGLISH_TOO.has(word) ? null : countAt(before, tokens, last - 1);
}

function countAt(before: string, tokens: readonly RegExpExecArray[], last: number): Count | null {
  const token = tokens[last];
  if (token === undefined) return null;
  if (token[0] === ')') return countInBrackets(before, tokens, last);
  if (/^\d/.test(token[0])) {
    const isPart = /[\p{L}\d][-–]$|[\p{L}\d.,/]$/u.test(before.slice(0, token.index));
    if (isPart || token[0].length > 4) return null;
    return { count: Number(token[0]), start: token.index };
  }
  // The last word of a number is one itself: most words end here.
  if (readNumberWords(token[0]) === null) return null;
  for (let words = Math.min(MOST_WORDS, last + 1); words > 0; words -= 1) {
    const first = tokens[last - words + 1];
    if (first === undefined || !/^\p{L}/u.test(first[0])) continue;
    const count = readNumberWords(before.slice(first.index, token.index + token[0].length));
    if (count !== null) return { count, start: first.index };
  }
  return null;
}

/** What the brackets say counts; the words before them belong to it where they say the same. */
function countInBrackets(
  before: string,
  tokens: readonly RegExpExecArray[],
  last: number,
): Count | null {
  const open = tokens.findLastIndex(({ 0: token }, at) => token === '(' && at < last);
  const [start, end] = [tokens[open]?.index, tokens[last]?.index];
  if (start === undefined || end === undefined) return null;
  const inside = before.slice(start + 1, end).trim();
  const count = /^\d{1,4}$/.test(inside) ? Number(inside) : readNumberWords(inside);
  const outside = countAt(before, tokens, open - 1);
  if (count === null) return null;
  return outside?.count === count ? outside : { count, start };
}
