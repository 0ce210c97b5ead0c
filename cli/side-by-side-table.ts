import type { Report } from '../lambda/domain/compare/report-schema.ts';
import {
  type SideBySideCell,
  type SideBySideRow,
  sideBySide,
} from '../lambda/domain/compare/side-by-side.ts';

/** The comparison as a table of at most 100 columns for the terminal. */
export function sideBySideTable(report: Report): string {
  const rows = sideBySide(report).map((row) => [
    row.label,
    cellText(row, row.mlops),
    cellText(row, row.llmops),
    [row.mlops.note, row.llmops.note].find((note) => note !== '') ?? '',
  ]);
  const head = ['', 'MLOps', 'LLMOps', ''];
  const widths = [0, 1, 2].map((at) =>
    Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .slice(0, 3)
      .join('  ');
  const rule = '─'.repeat(widths.reduce((sum, width) => sum + width + 2, -2));
  return [
    '',
    `${report.documents} documents, ${report.rejected.count} refused · reader: ${readerText(report)}`,
    rule,
    line(head),
    rule,
    ...rows.map(line),
    rule,
  ].join('\n');
}

function cellText(row: SideBySideRow, cell: SideBySideCell): string {
  if (cell.value === null) return '–';
  const text = format(row.unit, cell.value);
  return cell.atLeast ? `≥ ${text}` : text;
}

function format(unit: SideBySideRow['unit'], value: number): string {
  switch (unit) {
    case 'share':
      return `${(value * 100).toFixed(1)} %`;
    case 'ms':
      return `${value.toFixed(1)} ms`;
    case 'usd':
      return `$${value.toFixed(5)}`;
    case 'count':
      return String(value);
  }
}

function readerText(report: Report): string {
  return report.reader === 'extractive' ? 'extractive, not a language model' : report.reader;
}
