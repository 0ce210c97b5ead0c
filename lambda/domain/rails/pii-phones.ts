import type { CharacterRange } from '../text/character-range.ts';
import { wordsAfter, wordsBefore } from './pii-detector.ts';

/** Digits with what separates them, and an extension (ITU-T E.123). */
const RUN =
  /(?<![\p{L}\d_./-]|\d,)(?:\+\s?|00)?\(?\d[\d ()./\u00a0-]{4,24}\d(?:\s?(?:x|ext\.?|extension|durchwahl|anexo)\s?\d{1,6})?(?![\p{L}\d_]|[.,/]\d)/giu;
/** North American Numbering Plan, with its separators; a trunk or country code may stand before. */
const NORTH_AMERICAN =
  /^(?:\+?1[ .-]?|001[ .-]?)?(?:\([2-9]\d{2}\)\s?|[2-9]\d{2}[ .-])\d{3}[ .-]\d{4}(?:\D+\d{1,6})?$/;
/** A trunk prefix, an area code and groups (ITU-T E.123, national notation). */
const NATIONAL = /^\(?0[1-9]\d{0,4}\)?(?:[ ./-]\d{2,8}){1,5}$/;
const LEAST_NATIONAL = 9;
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
  /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4})(?![\d.])|^\d{1,3}(?:\.\d{3})+$/;
/** ITU-T E.164: at most 15 digits; shorter ones than seven are not dialled from everywhere. */
const LEAST = 7;
const MOST = 15;
/** A word says nothing of what stands far behind it. */
const REACH = 40;

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

/** A run may end in a bracket or hold two numbers with three blanks between. */
function* numbersIn(written: string): Generator<CharacterRange> {
  let from = 0;
  for (const part of written.split(/(\s{2,})/)) {
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
    (number.startsWith('+') && digits > LEAST) ||
    NORTH_AMERICAN.test(value) ||
    (NATIONAL.test(number) && digits >= LEAST_NATIONAL);
  return isForm || isSaid(value, text, start);
}

function isSaid(value: string, text: string, start: number): boolean {
  const before = wordsBefore(text, start).slice(-REACH);
  return BEFORE.test(before) || AFTER.test(wordsAfter(text, start + value.length));
}
