import { FIELD_WORDS } from './field-words.ts';

/** Labels of a field, most telling first; of an unknown field its own name. */
export function fieldLabels(name: string): readonly string[] {
  const own = name.replaceAll('_', ' ').toLowerCase();
  return [...new Set([own, ...(FIELD_WORDS[name] ?? [])])];
}

export interface FoundLabel {
  /** 0 for the most telling label. */
  readonly rank: number;
  readonly start: number;
  readonly end: number;
}

/** Where labels stand in a text as whole words, ignoring case, diacritics and dots. */
export function findLabels(text: string, labels: readonly string[]): readonly FoundLabel[] {
  const plain = withoutDiacritics(text);
  const found: FoundLabel[] = [];
  for (const [rank, label] of labels.entries()) {
    const pattern = label.split(' ').map(escaped).join('[\\s.\\-]{1,3}');
    for (const match of plain.matchAll(
      new RegExp(`(?<![\\p{L}\\d])${pattern}(?![\\p{L}\\d])`, 'giu'),
    )) {
      const [start, end] = [match.index, match.index + match[0].length];
      // A shorter label inside a longer one that was found ("date" in "due date") is not its own.
      if (!found.some((one) => one.start <= start && end <= one.end))
        found.push({ rank, start, end });
    }
  }
  return found;
}

/** Same length as the text, so that ranges stay true. */
function withoutDiacritics(text: string): string {
  return text.replace(/[\u00c0-\u024f]/g, (letter) => letter.normalize('NFD').charAt(0));
}

function escaped(word: string): string {
  // Only these: the `u` flag refuses a backslash before any other character, such as a hyphen.
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, (character) => `\\${character}`);
}
