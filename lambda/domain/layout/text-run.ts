/** Left, top, right, bottom; the unit is the page's own, the origin its upper left. */
export type Rectangle = readonly [left: number, top: number, right: number, bottom: number];

/** Glyphs on one baseline without a large gap between them, upright. */
export interface TextRun {
  readonly text: string;
  readonly box: Rectangle;
  /** Distance of the baseline from the top. */
  readonly baseline: number;
  /** Font size. */
  readonly size: number;
  readonly bold: boolean;
}

/** Runs side by side that stand closer than a cell's gap. */
export interface Segment {
  readonly text: string;
  readonly box: Rectangle;
}

/** What stands at one height of the page, from left to right (or right to left, as it is read). */
export interface Row {
  readonly segments: readonly Segment[];
  readonly box: Rectangle;
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
}

/** The smallest rectangle around all. */
export function around(boxes: readonly Rectangle[]): Rectangle {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box[0]);
    top = Math.min(top, box[1]);
    right = Math.max(right, box[2]);
    bottom = Math.max(bottom, box[3]);
  }
  return [left, top, right, bottom];
}
