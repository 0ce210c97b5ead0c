/**
 * Letters of the font Symbol from 0x61 on and from 0x41 on: the Greek alphabet in the order of its
 * Latin keys (Unicode's mapping table SYMBOL.TXT).
 */
const GREEK_SMALL = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ';
const GREEK_CAPITAL = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ';
/** Other signs of Symbol that documents use (SYMBOL.TXT). */
const SYMBOL: Readonly<Record<number, string>> = {
  0xa0: '€',
  0xa3: '≤',
  0xa5: '∞',
  0xae: '→',
  0xb0: '°',
  0xb1: '±',
  0xb3: '≥',
  0xb4: '×',
  0xb7: '•',
  0xb8: '÷',
  0xb9: '≠',
  0xbb: '≈',
  0xd2: '®',
  0xd3: '©',
  0xd4: '™',
  0xd6: '√',
  0xe5: '∑',
};
/** Boxes, ticks, bullets and arrows of Wingdings (Unicode L2/12-368, its proposal of mappings). */
const WINGDINGS: Readonly<Record<number, string>> = {
  0x6c: '●',
  0x6e: '■',
  0x6f: '□',
  0x71: '❑',
  0x72: '❒',
  0x76: '❖',
  0xa7: '▪',
  0xa8: '◻',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xe1: '↑',
  0xe2: '↓',
  0xf0: '⇨',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};

/** A character of a symbol font as Unicode; what is not known is left out. */
export function symbolCharacter(font: string, code: number): string {
  // Symbol fonts keep their codes in the private use area from U+F000 on.
  const own = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (/^symbol/i.test(font)) return symbol(own);
  if (/^wingdings$/i.test(font)) return WINGDINGS[own] ?? '';
  if (own !== code) return own >= 0x20 && own < 0x7f ? String.fromCharCode(own) : '';
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
}

function symbol(code: number): string {
  const small = GREEK_SMALL[code - 0x61];
  const capital = GREEK_CAPITAL[code - 0x41];
  if (code >= 0x61 && small !== undefined) return small;
  if (code >= 0x41 && code < 0x61 && capital !== undefined) return capital;
  if (SYMBOL[code] !== undefined) return SYMBOL[code];
  return code >= 0x20 && code < 0x40 ? String.fromCharCode(code) : '';
}
