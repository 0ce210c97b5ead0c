import { findAmounts } from '../../text/amounts.ts';
import type { Candidate } from '../field-candidates.ts';
import type { CellGrid } from './cell-grid.ts';
import { cellAt } from './cell-grid.ts';

/**
 * Where each candidate stands by the rows that print amounts of money: before them (the head), among
 * them (lines of goods have several amounts, sums one) or below them.
 */
export function zoneFeatures(
  text: string,
  grid: CellGrid,
  candidates: readonly Candidate[],
): string[][] {
  const amounts = new Map<number, number>();
  for (const { range, cents } of findAmounts(text)) {
    const row = cents ? cellAt(grid, range[0])?.row : undefined;
    if (row !== undefined) amounts.set(row, (amounts.get(row) ?? 0) + 1);
  }
  const lines = [...amounts.keys()];
  const goods = lines.filter((row) => (amounts.get(row) ?? 0) > 1);
  const [first, last] = [Math.min(...lines), Math.max(...lines)];
  const [firstOfGoods, lastOfGoods] = [Math.min(...goods), Math.max(...goods)];
  return candidates.map(({ range, form }) => {
    const row = cellAt(grid, range[0])?.row ?? 0;
    const zone =
      lines.length === 0
        ? 'bare'
        : row < first
          ? 'head'
          : row > last
            ? 'foot'
            : row >= firstOfGoods && row <= lastOfGoods
              ? 'goods'
              : row < firstOfGoods
                ? 'top'
                : 'sums';
    const beside = amounts.get(row) ?? 0;
    return [
      `zone=${zone}`,
      `zone,form=${zone} ${form}`,
      `beside=${Math.min(beside, 3)}`,
      `from-end=${Math.min(6, Math.max(-1, last - row))}`,
    ];
  });
}
