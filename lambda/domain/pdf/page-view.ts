import type { Rectangle } from '../layout/text-run.ts';
import { type Pdfium, viewOf, withMemory } from './pdfium.ts';

/** How a page lies: its bounding box in its own units, and its clockwise quarter turns. */
export interface PageView {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
  readonly turns: number;
  /** Upright, as a viewer shows it. */
  readonly width: number;
  readonly height: number;
}

/** ISO 32000-1, 7.7.3.3: an absent box is US letter in PDFium; a side of zero is no page. */
export function pageView(pdfium: Pdfium, page: number): PageView {
  const [left = 0, top = 0, right = 0, bottom = 0] = withMemory(pdfium, 16, (box) => {
    pdfium._FPDF_GetPageBoundingBox(page, box);
    return readFloats(pdfium, box, 4);
  });
  const turns = ((pdfium._FPDFPage_GetRotation(page) % 4) + 4) % 4;
  const [across, along] = [Math.abs(right - left), Math.abs(top - bottom)];
  const [width, height] = turns % 2 === 0 ? [across, along] : [along, across];
  return { left, bottom, right, top, turns, width, height };
}

/** A point of the page as seen upright, from the upper left. */
export function toView(view: PageView, x: number, y: number): readonly [number, number] {
  switch (view.turns) {
    case 1:
      return [y - view.bottom, x - view.left];
    case 2:
      return [view.right - x, y - view.bottom];
    case 3:
      return [view.top - y, view.right - x];
    default:
      return [x - view.left, view.top - y];
  }
}

/** A rectangle of the page (left, bottom, right, top) as seen upright. */
export function rectangleToView(
  view: PageView,
  [left, bottom, right, top]: readonly [number, number, number, number],
): Rectangle {
  const [x0, y0] = toView(view, left, bottom);
  const [x1, y1] = toView(view, right, top);
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
}

/**
 * Text that runs upwards, downwards or on its head, in a frame in which it runs to the right.
 * @param quarter counter-clockwise quarter turns of the text against the upright page
 */
export function toFrame(view: PageView, quarter: number, box: Rectangle): Rectangle {
  const [left, top, right, bottom] = box;
  const { width, height } = view;
  switch (quarter) {
    case 1:
      return [height - bottom, left, height - top, right];
    case 2:
      return [width - right, height - bottom, width - left, height - top];
    case 3:
      return [top, width - right, bottom, width - left];
    default:
      return box;
  }
}

/** The way back of `toFrame`. */
export function fromFrame(view: PageView, quarter: number, box: Rectangle): Rectangle {
  const [left, top, right, bottom] = box;
  const { width, height } = view;
  switch (quarter) {
    case 1:
      return [top, height - right, bottom, height - left];
    case 2:
      return [width - right, height - bottom, width - left, height - top];
    case 3:
      return [width - bottom, left, width - top, right];
    default:
      return box;
  }
}

export function readFloats(pdfium: Pdfium, pointer: number, count: number): number[] {
  const view = viewOf(pdfium, pointer, count * 4);
  return Array.from({ length: count }, (_, index) => view.getFloat32(index * 4, true));
}
