/**
 * Characters that nobody sees: soft hyphens, zero width, marks of direction, fillers, tags, byte
 * order marks and interlinear marks (Unicode, Default_Ignorable_Code_Point), but for what joins
 * and varies emoji and scripts that join letters.
 */
const INVISIBLE_RANGES: readonly (readonly [number, number])[] = [
  [0xad, 0xad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200b],
  [0x200e, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff9, 0xfffb],
  [0xe0001, 0xe0001],
];
const INVISIBLE_CLASS = INVISIBLE_RANGES.map(
  ([first, last]) => `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`,
).join('');
/** Tags spell the names of regions after a flag, and nothing elsewhere. */
const TAGS = '\\u{e0020}-\\u{e007f}';
const INVISIBLE = new RegExp(`[${INVISIBLE_CLASS}]|[${TAGS}](?<!\\u{1f3f4}[${TAGS}]+)`, 'gu');
const MAY_BE_INVISIBLE = new RegExp(`[${INVISIBLE_CLASS}${TAGS}\\u{200c}\\u{200d}]`, 'u');
/** Joiners say something between letters of Arabic and Indian scripts and between emoji only. */
const IDLE_JOINERS =
  /(?<!\ufe0f|[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Khmer}\p{Script=Malayalam}\p{Script=Mongolian}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Syriac}\p{Script=Tamil}\p{Script=Telugu}\p{Extended_Pictographic}\p{Emoji_Modifier}])(?:\u200c|\u200d)/gu;
/** CR LF, CR, NEL, LS and PS end a line as LF does (Unicode Standard Annex 14). */
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g;

/** Every dash, hyphen and minus but ASCII's own (Unicode, Dash property). */
const DASHES =
  /[\u058a\u05be\u2010-\u2015\u2053\u207b\u208b\u2212\u2e3a\u2e3b\u301c\u3030\ufe31\ufe32\ufe58\ufe63\uff0d]/g;
/** Spaces that hold a number together, and all others. */
const FIXED_SPACES = /[\u2007\u202f]/g;
const SPACES = /[\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]/g;
const APOSTROPHES = /[\u0060\u00b4\u02b9\u02bb\u02bc\u02bd\u2018\u2019\u201b\u2032\uff07]/g;

/**
 * The text as a reader sees it, character for character as it was written: without what nobody
 * sees, with one kind of line end. Ranges of everything else point into this form.
 */
export function visibleText(text: string): string {
  const lines = text.replaceAll(LINE_ENDS, '\n');
  return MAY_BE_INVISIBLE.test(lines)
    ? lines.replaceAll(INVISIBLE, '').replaceAll(IDLE_JOINERS, '')
    : lines;
}

/**
 * The same text for those who look for values and words: one dash, one apostrophe, one space, and
 * one fixed space. As long as the text, place for place: ranges into it are ranges into the text.
 */
export function readingForm(text: string): string {
  return text
    .replaceAll(DASHES, '-')
    .replaceAll(APOSTROPHES, "'")
    .replaceAll(FIXED_SPACES, '\u00a0')
    .replaceAll(SPACES, ' ');
}
