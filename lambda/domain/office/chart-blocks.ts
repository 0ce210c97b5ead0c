import { type SourceBlock, cellText } from '../layout/source-blocks.ts';
import { type XmlElement, childOf, descendantsOf, textContent } from '../markup/xml-tree.ts';

/** A chart as the table of its values, a diagram as its paragraphs. */
export function graphicBlocks(part: XmlElement | undefined): SourceBlock[] {
  if (part === undefined) return [];
  return part.name === 'chartSpace' ? chartBlocks(part) : paragraphsOf(part);
}

/** Paragraphs of DrawingML below an element, empty ones left out. */
export function paragraphsOf(element: XmlElement): SourceBlock[] {
  return descendantsOf(element, 'p')
    .map((paragraph) => drawingText(paragraph))
    .filter((text) => text !== '')
    .map((text) => ({ kind: 'paragraph', text }));
}

/** Text of one paragraph of DrawingML: runs, fields, line breaks. */
export function drawingText(paragraph: XmlElement): string {
  let text = '';
  for (const node of paragraph.children) {
    if (typeof node === 'string') continue;
    if (node.name === 'br') text += '\n';
    else if (node.name === 'r' || node.name === 'fld') text += textContent(childOf(node, 't'));
  }
  return text.trim();
}

function chartBlocks(chart: XmlElement): SourceBlock[] {
  const title = childOf(chart, 'chart', 'title');
  const series = descendantsOf(chart, 'ser');
  const names = series.map((one) => valuesOf(childOf(one, 'tx')).join(' '));
  const columns = series.map((one) => valuesOf(childOf(one, 'val') ?? childOf(one, 'yVal')));
  const labels = valuesOf(childOf(series[0], 'cat') ?? childOf(series[0], 'xVal'));
  const length = Math.max(labels.length, ...columns.map((column) => column.length));
  if (!Number.isFinite(length)) return title ? paragraphsOf(title) : [];
  const rows = Array.from({ length }, (_, at) => [
    labels[at] ?? '',
    ...columns.map((column) => column[at] ?? ''),
  ]);
  return [
    ...(title ? paragraphsOf(title) : []),
    { kind: 'table', rows: [['', ...names], ...rows], headerRows: 1 },
  ];
}

/** What the chart keeps of its workbook, point by point. */
function valuesOf(source: XmlElement | null): string[] {
  if (source === null) return [];
  const points = descendantsOf(source, 'pt');
  if (points.length === 0)
    return descendantsOf(source, 'v').map((one) => cellText(textContent(one)));
  const values: string[] = [];
  for (const point of points) {
    const at = Number(point.attributes['idx'] ?? values.length);
    if (at >= 0 && at < 10_000) values[at] = cellText(textContent(childOf(point, 'v')));
  }
  return Array.from(values, (value) => value ?? '');
}
