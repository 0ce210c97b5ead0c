import type { CharacterRange } from '../../text/character-range.ts';
import { headingLevel } from './heading.ts';

export interface ChunkingSettings {
  readonly strategy: 'recursive' | 'fixed';
  readonly chunkTokens: number;
  readonly overlapTokens: number;
}

/** A range of the source text with the headings that it stands under, outermost first. */
export interface TextChunk {
  readonly range: CharacterRange;
  readonly headings: readonly string[];
}

/** Estimate that `config/schema.ts` writes down for `rag.chunkTokens`. */
const WORDS_PER_TOKEN = 0.75;

/** A longer run without spaces counts as several words: base64 or Chinese must not make one chunk. */
const LONGEST_WORD = 40;

/** A chunk is closed early at a strong boundary only when it is at least this full. */
const LEAST_FILL = 0.5;

/** How strong the boundary before a word is: the recursion goes section > paragraph > sentence > word. */
const BOUNDARY = { word: 0, sentence: 1, line: 2, paragraph: 3, section: 4 } as const;

interface Word {
  readonly start: number;
  readonly end: number;
  readonly boundary: number;
}

interface Segmentation {
  readonly words: readonly Word[];
  readonly headings: readonly { readonly start: number; readonly path: readonly string[] }[];
}

/**
 * Cuts a text into ranges of at most `chunkTokens` × 0.75 whitespace-separated words, in order, each
 * (after the first) starting up to `overlapTokens` × 0.75 words before the previous one ends. Every
 * word lies in at least one chunk. `recursive` closes a chunk at the strongest boundary in its second
 * half (section, paragraph, table row or line, sentence, word; the latest of equals); `fixed` at the
 * last word that fits. A table row is cut only when it alone exceeds a chunk. Linear in the text.
 */
export function chunkText(text: string, settings: ChunkingSettings): readonly TextChunk[] {
  const most = Math.max(1, Math.floor(settings.chunkTokens * WORDS_PER_TOKEN));
  const overlap = Math.min(
    Math.floor(settings.overlapTokens * WORDS_PER_TOKEN),
    Math.floor(most / 2),
  );
  const { words, headings } = segment(text);
  const chunks: TextChunk[] = [];
  let from = 0;
  while (from < words.length) {
    const to = settings.strategy === 'fixed' ? from + most : chunkEnd(words, from, most);
    const first = words[from];
    const last = words[Math.min(to, words.length) - 1];
    if (first === undefined || last === undefined) break;
    chunks.push({
      range: [first.start, last.end],
      headings: headingsAt(headings, first.start),
    });
    if (to >= words.length) break;
    from = nextStart(words, { from, to, overlap, fixed: settings.strategy === 'fixed' });
  }
  return chunks;
}

/** Estimated tokens of a text: its whitespace-separated words over 0.75, rounded up. */
export function estimateTokens(text: string): number {
  return Math.ceil(countWords(text) / WORDS_PER_TOKEN);
}

/** Whitespace-separated words; a run of over 40 characters counts once every 40. */
function countWords(text: string): number {
  let count = 0;
  for (const match of text.matchAll(/\S+/g)) count += Math.ceil(match[0].length / LONGEST_WORD);
  return count;
}

function chunkEnd(words: readonly Word[], from: number, most: number): number {
  const hard = from + most;
  if (hard >= words.length) return words.length;
  let best = hard;
  let strongest: number = BOUNDARY.word;
  const least = from + Math.max(1, Math.ceil(most * LEAST_FILL));
  for (let at = hard; at >= least; at--) {
    const boundary = words[at]?.boundary ?? BOUNDARY.word;
    if (boundary > strongest) {
      strongest = boundary;
      best = at;
    }
    if (strongest === BOUNDARY.section) break;
  }
  return best;
}

/** Goes back by the overlap, but to the start of a sentence, line or section where one is near. */
function nextStart(
  words: readonly Word[],
  cut: {
    readonly from: number;
    readonly to: number;
    readonly overlap: number;
    readonly fixed: boolean;
  },
): number {
  const earliest = Math.max(cut.to - cut.overlap, cut.from + 1);
  if (cut.fixed) return earliest;
  for (let at = earliest; at < cut.to; at++) {
    if ((words[at]?.boundary ?? BOUNDARY.word) > BOUNDARY.word) return at;
  }
  return earliest;
}

function segment(text: string): Segmentation {
  const words: Word[] = [];
  const headings: { start: number; path: readonly string[] }[] = [];
  const open: { level: number; title: string }[] = [];
  let boundary: number = BOUNDARY.section;
  for (const line of text.matchAll(/[^\n\r]+|\r?\n|\r/g)) {
    if (line[0].trim() === '') {
      if (/^\r?\n?$/.test(line[0])) boundary = Math.max(boundary, BOUNDARY.line);
      continue;
    }
    const level = headingLevel(line[0]);
    if (isBlankBefore(text, line.index)) boundary = Math.max(boundary, BOUNDARY.paragraph);
    if (level !== null) {
      boundary = BOUNDARY.section;
      while ((open.at(-1)?.level ?? 0) >= level) open.pop();
      open.push({ level, title: line[0].trim().replace(/\s+/g, ' ').slice(0, 100) });
      headings.push({ start: line.index, path: open.map((heading) => heading.title) });
    }
    pushWords(words, line[0], line.index, boundary);
    boundary = BOUNDARY.line;
  }
  return { words, headings };
}

function isBlankBefore(text: string, index: number): boolean {
  return /\n[ \t\f\v\u00a0\r]*\n[ \t\f\v\u00a0]*$/.test(text.slice(Math.max(0, index - 40), index));
}

function pushWords(words: Word[], line: string, offset: number, boundary: number): void {
  const row = isTableRow(line);
  let next = boundary;
  for (const match of line.matchAll(/\S+/g)) {
    const start = offset + match.index;
    for (let at = 0; at < match[0].length; at += LONGEST_WORD) {
      const end = Math.min(at + LONGEST_WORD, match[0].length);
      words.push({ start: start + at, end: start + end, boundary: next });
      next = BOUNDARY.word;
    }
    next = !row && endsSentence(match[0]) ? BOUNDARY.sentence : BOUNDARY.word;
  }
}

/** Columns are separated by tabs, bars, or several runs of spaces in a short line. */
function isTableRow(line: string): boolean {
  if (/\t|\s\|\s/.test(line)) return true;
  return line.length <= 200 && (line.trim().match(/\S {3,}\S/g)?.length ?? 0) >= 2;
}

function endsSentence(word: string): boolean {
  return (
    /[.!?;:。！？][)"'”’\]]*$/.test(word) && !/^(?:[A-Za-z]|No|Nr|Inc|Ltd|Co|Art|Sec)\.$/.test(word)
  );
}

function headingsAt(
  headings: readonly { readonly start: number; readonly path: readonly string[] }[],
  start: number,
): readonly string[] {
  let low = 0;
  let high = headings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((headings[middle]?.start ?? Number.POSITIVE_INFINITY) <= start) low = middle + 1;
    else high = middle;
  }
  return headings[low - 1]?.path ?? [];
}
