import { isPostalTown } from '../../text/addresses.ts';
import { isCompanyName } from '../../text/legal-forms.ts';
import type { Candidate } from '../field-candidates.ts';
import type { Cell, CellGrid } from './cell-grid.ts';
import { cellAt } from './cell-grid.ts';
import type { PartyBlock } from './party-blocks.ts';
import { partyBlocks } from './party-blocks.ts';

/** Distinct parties in the order of their blocks, each with all of its blocks. */
interface Party {
  readonly name: string;
  readonly blocks: PartyBlock[];
}

/**
 * What a document's blocks of names and addresses say of each name or address: whose block it is in,
 * in which order the parties come, whether a block is told again, and whether it fills its cell.
 */
export function partyFeatures(grid: CellGrid, candidates: readonly Candidate[]): string[][] {
  const blocks = partyBlocks(grid);
  const parties = partiesOf(blocks);
  return candidates.map(({ value, range, form }) => {
    const cell = cellAt(grid, range[0]);
    const key = keyOf(value);
    const own = parties.findIndex(({ name }) => name === key || name.endsWith(` ${key}`));
    const named = parties[own];
    const held = blocks.find(({ cells }) => cell !== undefined && cells.includes(cell));
    const heldBy = parties.findIndex((party) => held !== undefined && party.blocks.includes(held));
    const at = held === undefined || cell === undefined ? -1 : held.cells.indexOf(cell);
    return [
      `fills=${cell !== undefined && keyOf(cell.text) === key}`,
      `fills,form=${cell !== undefined && keyOf(cell.text) === key} ${form}`,
      `party=${Math.min(own, 3)} of ${Math.min(parties.length, 3)}`,
      `told=${Math.min(named?.blocks.length ?? 0, 3)}`,
      `party,told=${Math.min(own, 3)} ${Math.min(named?.blocks.length ?? 0, 3)}`,
      `in-line=${named?.blocks.some(({ isLine }) => isLine) ?? '-'}`,
      `in-block=${Math.min(heldBy, 3)} ${Math.min(at, 3)}`,
      `town=${isPostalTown(value)}`,
      ...addressNames(value, parties),
      ...sideNames(grid, cell),
    ];
  });
}

function addressNames(value: string, parties: readonly Party[]): string[] {
  const key = keyOf(value);
  const owner = parties.findIndex(({ blocks }) => blocks.some((one) => isAddress(one, key)));
  const party = parties[owner];
  const block = party?.blocks.find((one) => isAddress(one, key));
  const parts = value.split(', ');
  const from = block === undefined ? -1 : block.address.length - parts.length;
  return [
    `address=${Math.min(owner, 3)} of ${Math.min(parties.length, 3)}`,
    `address,told=${Math.min(owner, 3)} ${Math.min(party?.blocks.length ?? 0, 3)}`,
    `address-line=${block?.isLine ?? '-'}`,
    `address-from=${block === undefined ? '-' : Math.sign(from)}`,
    `towns=${Math.min(2, parts.filter(isPostalTown).length)} ${isPostalTown(parts.at(-1) ?? '')}`,
    `holds-name=${isCompanyName(value)}`,
    `begins-with-digit=${/^\d/u.test(value)} ${/^\d/u.test(parts.at(-1) ?? '')}`,
  ];
}

function isAddress({ address }: PartyBlock, key: string): boolean {
  const whole = keyOf(address.join(', '));
  return key.length > 5 && (whole === key || whole.endsWith(` ${key}`));
}

function sideNames({ rows }: CellGrid, cell: Cell | undefined): string[] {
  if (cell === undefined) return [];
  const count = rows[cell.row]?.length ?? 1;
  const side = count === 1 ? 'alone' : cell.column === 0 ? 'left' : 'right';
  return [
    `side=${side}`,
    `row=${Math.min(cell.row, 8)}`,
    `row,side=${Math.min(cell.row, 4)} ${side}`,
  ];
}

function partiesOf(blocks: readonly PartyBlock[]): Party[] {
  const parties: Party[] = [];
  for (const block of blocks) {
    const name = keyOf(block.name);
    const known = parties.find((one) => one.name === name || one.name.endsWith(` ${name}`));
    if (known === undefined) parties.push({ name, blocks: [block] });
    else known.blocks.push(block);
  }
  return parties;
}

/** Letters and digits in words. */
function keyOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
