import type { PageContent } from './document-layout.ts';

type Placed = Pick<PageContent, 'lines' | 'blocks' | 'tables' | 'pairs'>;

/** The same layout for a text that begins `by` characters later. */
export function shiftLayout({ lines, blocks, tables, pairs }: Placed, by: number): Placed {
  const move = ([start, end]: readonly [number, number]): [number, number] => [
    start + by,
    end + by,
  ];
  const moved = <T extends { readonly range: readonly [number, number] }>(one: T) => ({
    ...one,
    range: move(one.range),
  });
  return {
    lines: lines.map(moved),
    blocks: blocks.map(moved),
    tables: tables.map((table) => ({
      ...moved(table),
      rows: table.rows.map((row) => ({ ...moved(row), cells: row.cells.map(moved) })),
    })),
    pairs: pairs.map((pair) => ({ ...pair, range: pair.range && move(pair.range) })),
  };
}

/** The page with more text after its own, set apart by a blank line. */
export function appendContent(
  page: PageContent,
  more: Placed & { readonly text: string },
): PageContent {
  if (more.text === '') return page;
  if (page.text === '') return { ...page, ...more };
  const shifted = shiftLayout(more, page.text.length + 2);
  return {
    ...page,
    text: `${page.text}\n\n${more.text}`,
    lines: [...page.lines, ...shifted.lines],
    blocks: [...page.blocks, ...shifted.blocks],
    tables: [...page.tables, ...shifted.tables],
    pairs: [...page.pairs, ...shifted.pairs],
  };
}
