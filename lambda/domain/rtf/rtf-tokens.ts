/** A piece of RTF (Rich Text Format 1.9.1, "Basic Entities"). */
export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'word'; readonly word: string; readonly value: number | null }
  | { readonly kind: 'symbol'; readonly symbol: string }
  | { readonly kind: 'byte'; readonly byte: number }
  | { readonly kind: 'text'; readonly text: string };

const WORD = /([a-zA-Z]{1,32})(-?\d{1,10})? ?/y;
const TEXT = /[^\\{}\r\n]+/y;

/** Tokens of a file whose bytes are the characters of `rtf`; binary data is stepped over. */
export function* rtfTokens(rtf: string): Generator<RtfToken> {
  let at = 0;
  while (at < rtf.length) {
    const sign = rtf[at] ?? '';
    if (sign === '{' || sign === '}') {
      yield sign === '{' ? { kind: 'open' } : { kind: 'close' };
      at += 1;
    } else if (sign === '\\') {
      const [token, end] = controlAt(rtf, at + 1);
      at = end;
      if (token.kind === 'word' && token.word === 'bin') at += Math.max(0, token.value ?? 0);
      else yield token;
    } else if (sign === '\r' || sign === '\n') {
      at += 1;
    } else {
      TEXT.lastIndex = at;
      const text = TEXT.exec(rtf)?.[0] ?? sign;
      yield { kind: 'text', text };
      at += text.length;
    }
  }
}

function controlAt(rtf: string, at: number): readonly [RtfToken, number] {
  WORD.lastIndex = at;
  const match = WORD.exec(rtf);
  if (match !== null) {
    const [whole, word = '', value] = match;
    return [
      { kind: 'word', word, value: value === undefined ? null : Number(value) },
      at + whole.length,
    ];
  }
  if (rtf[at] === "'") {
    const byte = Number.parseInt(rtf.slice(at + 1, at + 3), 16);
    return [{ kind: 'byte', byte: Number.isNaN(byte) ? 0x3f : byte }, at + 3];
  }
  return [{ kind: 'symbol', symbol: rtf[at] ?? '' }, at + 1];
}
