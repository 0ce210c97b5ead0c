import type { CharacterRange } from '../text/character-range.ts';

/**
 * Where a quote stands in a text: exactly, else with any white space between its words. Null where it
 * does not stand there. Models join lines when they quote; they must not change words.
 */
export function findQuote(text: string, quote: string): CharacterRange | null {
  const wanted = quote.trim();
  if (wanted === '') return null;
  const exact = text.indexOf(wanted);
  if (exact >= 0) return [exact, exact + wanted.length];
  // No pattern of the quote's words: one that nearly matches everywhere would take minutes.
  const [within, sought] = [joinWords(text), joinWords(wanted).text];
  const at = within.text.indexOf(sought);
  if (at < 0) return null;
  return [within.placeOf(at), within.placeOf(at + sought.length - 1) + 1];
}

/** The words of a text one space apart, and where their characters stood. */
function joinWords(text: string): {
  readonly text: string;
  readonly placeOf: (at: number) => number;
} {
  const words: string[] = [];
  const places: (readonly [joined: number, original: number])[] = [];
  let length = 0;
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    words.push(word);
    places.push([length, index]);
    length += word.length + 1;
  }
  const placeOf = (at: number) => {
    let low = 0;
    let high = places.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((places[middle]?.[0] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    const [joined, original] = places[low] ?? [0, 0];
    return original + at - joined;
  };
  return { text: words.join(' '), placeOf };
}
