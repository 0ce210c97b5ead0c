import type { CharacterRange } from '../../text/character-range.ts';
import { wordsAfter, wordsBefore } from './pii-detector.ts';

/** Digits with what separates them, and an extension (ITU-T E.123). */
const RUN =
  /(?<![\p{L}\d_]|[\p{L}\d_-]-|[\d_][./]|\d,)(?:\+\s?|00)?\(?\d[\d ()./\u00a0-]{4,24}\d(?:\s?(?:x|ext\.?|extension|durchwahl|anexo)\s?\d{1,6})?(?![\p{L}\d_]|[.,/]\d)/giu;
/** North American Numbering Plan, with its separators; a trunk or country code may stand before. */
const NORTH_AMERICAN =
  /^(?:\+?1[ .-]?|001[ .-]?)?(?:\([2-9]\d{2}\)\s?|[2-9]\d{2}[ .-])\d{3}[ .-]\d{4}(?:\D+\d{1,6})?$/;
/** A trunk prefix, an area code and groups (ITU-T E.123, national notation). */
const NATIONAL = /^\(?0[1-9]\d{0,4}\)?(?:[ ./-]\d{2,8}){1,5}$/;
const LEAST_NATIONAL = 9;
/** ZIP+4 (USPS Publication 28): those of New England begin with 0 too. */
const ZIP = /^\d{5}-\d{4}$/;
/**
 * National significant numbers without a trunk prefix, grouped as the administrations of their plans
 * write them (ITU-T E.129 notifications; E.123, national notation). Amounts and references are grouped
 * like that too: words of calling must stand in the sentence or the lines around.
 */
const GROUPED: readonly RegExp[] = [
  // North America: local numbers of seven digits; ten without separators; area codes with dots.
  /^\d{3}[ .-]\d{4}$|^[2-9]\d{2}[2-9]\d{6}$|^[2-9]\d{2}\.\d{3}\.\d{4}$/,
  // Denmark, Norway, Luxembourg, France without its trunk: pairs; Greenland, Faroes, Andorra: three.
  /^\d{1,2}(?:[ .-]\d{2}){3,4}$|^\d{2} \d{2} \d{2}$|^\d{3} \d{3}$/,
  // Norway, Estonia, Iceland, Singapore, Australia, Cyprus: eight digits or seven.
  /^\d{3,4}[ -]\d{4}$|^\d{3}[ -]\d{2}[ -]\d{3}$|^\d{2}[ -]\d{6}$/,
  // Without separators, behind the trunk prefix.
  /^0[1-9]\d{7,9}$/,
  // Spain, Poland, Czechia, Slovakia, Portugal, Greece: nine or ten digits in groups of two to four.
  /^\d{3}[ -]\d{2,3}[ -]\d{2,3}(?:[ -]\d{2})?$|^\d{2}[ -]\d{3}[ -]\d{2}[ -]\d{2}$|^\d{2,3}[ -]\d{3}[ -]\d{4}$/,
  // An area code in brackets: Hungary, Italy, Brazil, Mexico.
  /^\(\d{1,4}\)[ -]?\d{2,5}(?:[ -]\d{2,5}){0,3}$/,
];
const EXTENSION = /\s?(?:x|ext\.?|extension|durchwahl|anexo)\s?\d+$/iu;
/**
 * Words that say that a number is a telephone's: the types of RFC 6350 (vCard, TEL) and the verbs of
 * calling, in English, German, Spanish and French.
 */
const BEFORE =
  /(?:\b(?:tel|telephone|phone|mobile|cell|cellular|fax|call(?:ed|ing|s)?|ring|dial|text|sms|whatsapp|pager|reach|hotline|extension|voice|messages? to|contact(?:ed)?|(?:my|his|her|their|your|our)(?: new)? number|telefon\w*|handy|mobil\w*|anruf\w*|r[üu]ckruf|rufnummer|durchwahl|tel[ée]fono|m[óo]vil|celular|llam\w+|t[ée]l[ée]phone|portable|appel\w*)\b|\b(?:desk|office|home|work|direct|b[üu]ro|oficina|bureau)\b\s*[:.]?\s*$)/iu;
const AFTER =
  /^[\s,;\\()-]{0,4}(?:office|fax|mobile|cell|home|work|desk|direct|phone|tel|b[üu]ro|mobil|oficina|m[óo]vil|bureau|portable)\b/iu;
/** A date or an amount that a word of calling happens to stand beside. */
const OTHER =
  /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4})(?![\d.]|[-/]\d)|^\d{1,3}(?:\.\d{3})+$/;
/** Verbs and nouns of communication that do not say a number by themselves (VerbNet 37.4, 37.9; RFC 6350). */
const SPOKEN =
  /\b(?:answer\w*|pick(?:ed|s|ing)? up|speak\w*|talk\w*|messag\w+|respon[ds]\w*|e-?mails?|voice ?mails?|lines?|sprech\w*|nachricht\w*|erreich\w*|mensajes?|correo|messages?|courriel)\b|@|www\./iu;
/** ITU-T E.164: at most 15 digits; no plan of more than a few islands has fewer than six. */
const LEAST = 6;
/** Six digits are a telephone's only in the groups of such a plan. */
const LEAST_UNGROUPED = 7;
const MOST = 15;
/** A word says nothing of what stands far behind it. */
const REACH = 40;
/** A number in a telephone's form is spoken of within its sentence. */
const FAR = 120;

/** Telephone numbers: international, North American, or with a word beside that says so. */
export function* findPhones(text: string): Generator<CharacterRange> {
  for (const { 0: written, index } of text.matchAll(RUN)) {
    for (const [from, to] of numbersIn(written)) {
      const start = index + from;
      const value = written.slice(from, to);
      if (isPhone(value, text, start)) yield [start, start + value.length];
    }
  }
}

/** A run may end in a bracket, hold two numbers with blanks between, or begin with a ZIP code. */
function* numbersIn(written: string): Generator<CharacterRange> {
  let from = 0;
  for (const part of written.split(/(\s{2,}|(?<=\d{5})\s(?=\(\d{3}\)))/)) {
    const trimmed = part.replace(/[\s(./-]+$/, '');
    if (/\d/.test(trimmed)) yield [from, from + trimmed.length];
    from += part.length;
  }
}

function isPhone(value: string, text: string, start: number): boolean {
  const number = value.replace(EXTENSION, '');
  const digits = number.replace(/\D/g, '').length;
  if (digits < LEAST || digits > MOST || OTHER.test(number)) return false;
  const isForm =
    (number.startsWith('+') && digits > LEAST_UNGROUPED) ||
    NORTH_AMERICAN.test(value) ||
    (NATIONAL.test(number) && digits >= LEAST_NATIONAL && !ZIP.test(number));
  const isGrouped = GROUPED.some((form) => form.test(number));
  const mayBeSaid = digits >= LEAST_UNGROUPED || isGrouped;
  if (isForm || (mayBeSaid && isSaid(value, text, start))) return true;
  const mayBeSpoken = digits >= LEAST_UNGROUPED && isGrouped;
  return mayBeSpoken && isSpoken(text, start, start + value.length);
}

function isSaid(value: string, text: string, start: number): boolean {
  const before = wordsBefore(text, start).slice(-REACH);
  return BEFORE.test(before) || AFTER.test(wordsAfter(text, start + value.length));
}

/** In what stands before, in the rest of its sentence or in the lines below, somebody speaks or is asked. */
function isSpoken(text: string, start: number, end: number): boolean {
  const above = text
    .slice(Math.max(0, start - FAR), start)
    .split('\n')
    .slice(-2)
    .join('\n');
  const below = text
    .slice(end, end + FAR)
    .split('\n')
    .slice(0, 3)
    .join('\n');
  const around = `${above} ${below.split(/[.!?]\s/)[0]}`;
  return SPOKEN.test(around) || BEFORE.test(around);
}
