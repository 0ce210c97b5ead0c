import { isPostalTown } from '../../text/addresses.ts';
import { countryNamed } from '../../text/countries.ts';
import { isCompanyName } from '../../text/legal-forms.ts';
import { readLabel } from './cell-features.ts';
import type { Cell, CellGrid } from './cell-grid.ts';
import { cellInRow } from './cell-grid.ts';

/** Lines of an address below its name: a person, a house, a street, a town, a country. */
const MOST_LINES = 5;
const LONGEST_LINE = 90;
/** Between the parts of an address in one line: `Acme · 1 High Street · London`. */
const SEPARATOR = /\s+[·•|*–-]\s+/u;

/** A name with the address that stands below or behind it. */
export interface PartyBlock {
  readonly name: string;
  /** From the line after the name to the town. */
  readonly address: readonly string[];
  readonly cells: readonly Cell[];
  /** In one line, as senders stand above the window of a letter. */
  readonly isLine: boolean;
}

/** Names with addresses by structure alone: a column of short lines that ends in a postal town. */
export function partyBlocks(grid: CellGrid): PartyBlock[] {
  const found: PartyBlock[] = [];
  const taken = new Set<Cell>();
  for (const cell of grid.rows.flat()) {
    const line = lineBlock(cell);
    if (line !== null) {
      found.push(line);
      continue;
    }
    if (taken.has(cell) || cell.text.length > LONGEST_LINE) continue;
    if (isLabel(cell.text)) continue;
    const cells = columnFrom(grid, cell);
    const town = cells.findIndex((one, index) => index > 0 && isPostalTown(one.text));
    if (town < 1 || isPostalTown(cell.text)) continue;
    const hasCountry = countryNamed(cells[town + 1]?.text ?? '') !== null;
    const block = cells.slice(0, town + (hasCountry ? 2 : 1));
    for (const one of block) taken.add(one);
    found.push({
      name: cell.text,
      address: block.slice(1).map(({ text }) => text),
      cells: block,
      isLine: false,
    });
  }
  return found;
}

/** The cell and those below it in its column, up to a blank line. */
export function columnFrom(grid: CellGrid, cell: Cell): Cell[] {
  const cells = [cell];
  for (let row = cell.row + 1; cells.length <= MOST_LINES; row += 1) {
    if ((grid.gaps[row] ?? 1) > 0) break;
    const next = cellInRow(grid, cell, row);
    if (next === undefined || next.text.length > LONGEST_LINE) break;
    cells.push(next);
  }
  return cells;
}

/** `Bill to:`, `Customer`: what stands above a name and is none. */
function isLabel(text: string): boolean {
  const label = readLabel(text);
  return label !== null && label.isWhole && (label.kinds.length > 0 || text.endsWith(':'));
}

function lineBlock(cell: Cell): PartyBlock | null {
  const parts = cell.text.split(SEPARATOR);
  const town = parts.findIndex(isPostalTown);
  if (parts.length < 3 || town < 1) {
    const commas = cell.text.split(/,\s+/u);
    const [name = '', ...rest] = commas;
    const isSender = commas.length > 2 && isCompanyName(name) && rest.some(isPostalTown);
    return isSender ? { name, address: rest, cells: [cell], isLine: true } : null;
  }
  const [name = '', ...address] = parts;
  return { name, address, cells: [cell], isLine: true };
}
