/** A line with something on it, trimmed, and where it starts in the text. */
export interface Line {
  readonly text: string;
  readonly start: number;
}

/** Lines of the text that are not blank, in order. */
export function linesOf(text: string): Line[] {
  return Array.from(text.matchAll(/[^\n]+/gu), (match) => {
    const trimmed = match[0].trim();
    return { text: trimmed, start: match.index + match[0].indexOf(trimmed) };
  }).filter((line) => line.text !== '');
}
