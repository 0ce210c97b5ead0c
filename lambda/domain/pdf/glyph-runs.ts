import type { Rectangle, TextRun } from '../layout/text-run.ts';
import { CELL_GAP } from '../layout/text-rows.ts';
import type { Glyph } from './page-glyphs.ts';
import { type PageView, toFrame } from './page-view.ts';

/** A gap of a fifth of the size is a space: narrow ones are 0.2 to 0.25 em. */
const SPACE = 0.2;
/** Baselines of a run differ by less than this share of the size: superscripts begin a new one. */
const SAME_BASELINE = 0.15;
/** Glyphs of one run may overlap by this share of the size (kerning, overprinted bold). */
const OVERLAP = 0.6;

interface OpenRun {
  text: string;
  box: Rectangle;
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
  spaced: boolean;
}

/** Runs of a page's text in one direction, in the frame in which it runs to the right. */
export function glyphRuns(glyphs: readonly Glyph[], view: PageView, quarter: number): TextRun[] {
  const runs: TextRun[] = [];
  let open: OpenRun | null = null;
  for (const glyph of glyphs) {
    if (glyph.quarter !== quarter) continue;
    if (glyph.text.trim() === '') {
      if (open) open.spaced = true;
      continue;
    }
    const box = toFrame(view, quarter, glyph.box);
    const [x, y] = glyph.origin;
    const baseline = toFrame(view, quarter, [x, y, x, y])[1];
    const place = open && placeOf(open, { box, baseline, size: glyph.size });
    if (open && place === 'again' && open.text.endsWith(glyph.text)) continue;
    if (open && (place === 'next' || place === 'spaced' || place === 'before')) {
      open.text += (place === 'spaced' || open.spaced ? ' ' : '') + glyph.text;
      const [left, top, right, bottom] = open.box;
      open.box = [
        Math.min(left, box[0]),
        Math.min(top, box[1]),
        Math.max(right, box[2]),
        Math.max(bottom, box[3]),
      ];
      open.spaced = false;
      continue;
    }
    open = { text: glyph.text, box, baseline, size: glyph.size, bold: glyph.bold, spaced: false };
    runs.push(open);
  }
  return runs;
}

/** Where a glyph stands against the open run: `again` is overprinting, `before` is right to left. */
function placeOf(
  open: OpenRun,
  glyph: { readonly box: Rectangle; readonly baseline: number; readonly size: number },
): 'next' | 'spaced' | 'before' | 'again' | null {
  const size = Math.max(open.size, glyph.size);
  if (Math.abs(open.baseline - glyph.baseline) > size * SAME_BASELINE) return null;
  const gap = glyph.box[0] - open.box[2];
  const width = glyph.box[2] - glyph.box[0];
  if (gap >= -width && gap < -width * 0.7 && width > 0) return 'again';
  if (gap >= -size * OVERLAP && gap <= size * SPACE) return 'next';
  if (gap > 0 && gap <= size * CELL_GAP) return 'spaced';
  const behind = open.box[0] - glyph.box[2];
  const backward = /[\u0590-\u07bf\u08a0-\u08ff]/.test(open.text);
  return backward && Math.abs(behind) <= size * CELL_GAP ? 'before' : null;
}
