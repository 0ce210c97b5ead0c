import type { DocumentRecord, Side } from '../../lambda/domain/document/document.ts';
import type { CharacterRange } from '../../lambda/domain/text/character-range.ts';

export interface Mark {
  readonly side: Side;
  readonly field: string;
  readonly range: CharacterRange;
}

/** A run of text under the same marks. */
export interface Segment {
  readonly range: CharacterRange;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly selected: boolean;
}

/** Where each side found each field. */
export function marksOf(record: DocumentRecord): readonly Mark[] {
  return (['mlops', 'llmops'] as const).flatMap((side) => {
    const result = record.results?.[side];
    if (result?.status !== 'done') return [];
    return Object.entries(result.extraction.fields).flatMap(([field, { spans }]) =>
      spans.map((range) => ({ side, field, range })),
    );
  });
}

/** Cuts the text at every edge of a mark or of the selection; ranges beyond the text are clipped. */
export function segmentText(
  text: string,
  marks: readonly Mark[],
  selected: CharacterRange | null,
): readonly Segment[] {
  const ranges = [...marks.map(({ range }) => range), ...(selected === null ? [] : [selected])];
  const edges = new Set([0, text.length]);
  for (const edge of ranges.flat()) edges.add(Math.min(Math.max(edge, 0), text.length));
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? text.length;
    return {
      range: [start, end],
      text: text.slice(start, end),
      marks: marks.filter(({ range }) => covers(range, start, end)),
      selected: selected !== null && covers(selected, start, end),
    };
  });
}

function covers(range: CharacterRange, start: number, end: number): boolean {
  return range[0] <= start && end <= range[1];
}
