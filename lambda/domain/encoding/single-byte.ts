import { decodeBytes } from './decode-bytes.ts';
import { LANGUAGE_LETTERS } from './exemplar-letters.ts';

/** Where several give the same text, or texts as good, the first one is taken: the commonest. */
const LABELS = [
  'windows-1252',
  'windows-1251',
  'windows-1250',
  'windows-1253',
  'windows-1254',
  'windows-1257',
  'iso-8859-15',
  'iso-8859-2',
  'koi8-u',
  'iso-8859-5',
  'iso-8859-7',
  'windows-1255',
  'windows-1256',
  'iso-8859-6',
  'iso-8859-8',
  'windows-874',
  'windows-1258',
  'iso-8859-4',
  'iso-8859-13',
  'iso-8859-10',
  'iso-8859-3',
  'macintosh',
  'x-mac-cyrillic',
  'ibm866',
  'ibm850',
] as const;

/** Signs that texts of any language have beside letters. */
const SIGNS = new Set('€£§°±·«»‹›“”‘’„‚–—…•©®™№½¼¾²³µ¿¡ªº×´\u00a0\u00ad‰');
/** What a letter of a language is worth: 0.8, or 0.4 to 1 by how frequent it is. */
const LANGUAGES = LANGUAGE_LETTERS.map(
  ({ letters, byFrequency }) =>
    new Map(Array.from(letters).map((letter, rank) => [letter, byFrequency ? 1 - rank / 60 : 0.8])),
);
const KNOWN = new Set(LANGUAGE_LETTERS.flatMap(({ letters }) => Array.from(letters)));
const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Thai}/u,
];
/** Below this the text of the best encoding is still no text. */
const MIN_SCORE = 0.15;

/** The single-byte encoding whose text looks most like language; null where none does. */
export function singleByteEncoding(
  sample: Uint8Array,
): { readonly label: string; readonly score: number } | null {
  let best: { label: string; score: number } | null = null;
  for (const label of LABELS) {
    const text = decodeBytes(sample, label);
    if (text === null || /[\u0080-\u009f\ufffd]/.test(text)) continue;
    const score = plausibility(text.normalize('NFC'));
    if (score >= MIN_SCORE && (best === null || score > best.score + 1e-9)) best = { label, score };
  }
  return best;
}

/**
 * How much a text looks like language, a mean over its characters beyond ASCII, at most about 1:
 * letters of one script and of one language, in words that begin with a capital or have none or
 * only such; signs that stand where signs stand.
 */
export function plausibility(text: string): number {
  const found = new Map<string, number>();
  let points = 0;
  let signs = 0;
  let letters = 0;
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    if (/^[\0-\x7f]*$/.test(word)) continue;
    points -= wordFaults(word);
    letters += word.match(/[^\0-\x7f]/gu)?.length ?? 0;
    for (const letter of word) {
      // A letter that is all of its word says half as much: it may be a sign that was misread.
      const weight = word.length === 1 ? 0.5 : 1;
      if (letter > '\x7f') found.set(letter, (found.get(letter) ?? 0) + weight);
    }
  }
  for (const match of text.matchAll(/[^\0-\x7f\p{L}\p{M}]/gu)) {
    signs += 1;
    points += signPoints(
      match[0],
      text[match.index - 1] ?? ' ',
      text[match.index + match[0].length] ?? ' ',
    );
  }
  const language = Math.max(...LANGUAGES.map((set) => languagePoints(found, set)));
  return letters + signs === 0 ? 0 : (points + (letters > 0 ? language : 0)) / (letters + signs);
}

function wordFaults(word: string): number {
  const scripts = SCRIPTS.filter((script) => script.test(word)).length;
  const jumps = word.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0;
  // A small letter after two capitals: no writing does that, a wrong encoding does.
  const drops = word.match(/\p{Lu}{2}\p{Ll}/gu)?.length ?? 0;
  return (scripts > 1 ? 3 : 0) + jumps * 2 + drops;
}

function languagePoints(
  found: ReadonlyMap<string, number>,
  language: ReadonlyMap<string, number>,
): number {
  let points = 0;
  for (const [letter, count] of found) {
    const small = letter.toLowerCase();
    const lower = small === 'i\u0307' ? 'i' : small;
    const own = language.get(lower) ?? (KNOWN.has(lower) ? -0.6 : -1);
    points += count * (own + (letter === small ? 0.05 : 0));
  }
  return points;
}

function signPoints(sign: string, before: string, after: string): number {
  const inWord = /\p{L}/u.test(before) && /\p{L}/u.test(after);
  if (sign === '’' && /\p{L}/u.test(before)) return 0.8;
  if (inWord && !'·\u00ad–'.includes(sign)) return -2;
  if (sign === '€' && /[\d\s]/.test(before + after)) return 0.8;
  return SIGNS.has(sign) ? 0.3 : -1;
}
