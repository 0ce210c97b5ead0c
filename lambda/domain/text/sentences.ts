/** After these a full stop ends no sentence: of Unicode CLDR's segmentation suppressions (en, de, es). */
const ABBREVIATION =
  /(?:^|[\s(])(?:[A-Za-z]|No|Nr|Inc|Ltd|Co|Corp|Art|Sec|Mr|Mrs|Ms|Dr|St|vs|Abs|bzw|Sr|Sra)\.$/;

/** Whether a text that ends in a full stop ends in an abbreviation's. */
export function endsInAbbreviation(text: string): boolean {
  return ABBREVIATION.test(text.slice(-8));
}

/**
 * Sentences and table rows of a text, in order, each an exact piece of it. A line break ends a
 * sentence only where the line is short or blank lines follow: wrapped prose is joined.
 */
export function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = [];
  let start = 0;
  const close = (end: number) => {
    const sentence = text.slice(start, end).trim();
    if (sentence !== '') sentences.push(sentence);
    start = end;
  };
  for (const match of text.matchAll(/[.!?][)"'”’]*(?=\s)|\n+/g)) {
    const end = match.index + match[0].length;
    if (match[0].startsWith('\n')) {
      if (match[0].length > 1 || endsLine(text, start, match.index, end)) close(end);
    } else if (!ABBREVIATION.test(text.slice(Math.max(start, end - 8), end))) close(end);
  }
  close(text.length);
  return sentences;
}

/** A line of prose that was wrapped is long and goes on in lower case. */
function endsLine(text: string, start: number, end: number, next: number): boolean {
  const line = text.slice(Math.max(start, text.lastIndexOf('\n', end - 1) + 1), end);
  return line.trim().length < 60 || !/^[\p{Ll}(,;]/u.test(text.slice(next, next + 40).trimStart());
}
