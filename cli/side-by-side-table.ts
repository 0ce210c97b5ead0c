import { NEEDS_MODEL } from '../lambda/domain/compare/report-reasons.ts';
import type { Report } from '../lambda/domain/compare/report-schema.ts';
import {
  type SideBySideCell,
  type SideBySideRow,
  sideBySide,
} from '../lambda/domain/compare/side-by-side.ts';

const REFUSED_SHOWN = 5;

/**
 * The comparison as a table of at most 100 columns for the terminal. The reader's name stands in
 * every cell that depends on it, and where a language model's figure belongs that it needs one; below, why what is missing was not measured.
 */
export function sideBySideTable(report: Report): string {
  const rows = sideBySide(report);
  const cells = rows.map((row) => [row.label, cellText(row, row.mlops), cellText(row, row.llmops)]);
  const head = ['', 'MLOps', 'LLMOps'];
  const widths = head.map((_, at) =>
    Math.max(...[head, ...cells].map((row) => row[at]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ');
  const rule = '─'.repeat(widths.reduce((sum, width) => sum + width + 2, -2));
  const missing = rows.flatMap(({ mlops, llmops }) => [mlops, llmops].filter(isMissing));
  return [
    '',
    `${report.documents} ${report.documents === 1 ? 'document' : 'documents'}, ` +
      `${report.rejected.count} refused${readerText(report)}`,
    rule,
    line(head),
    rule,
    ...cells.map(line),
    rule,
    ...new Set(missing.map((cell) => `– ${cell.note}`)),
    ...(rows.some(isCost)
      ? ['$ projected from AWS list prices; ≥: some of them are not known']
      : []),
    ...refused(report),
  ].join('\n');
}

/** What the user can mend: the first ones by name, the report has all. */
function refused({ rejected }: Report): string[] {
  const more = rejected.documents.length - REFUSED_SHOWN;
  return [
    ...rejected.documents
      .slice(0, REFUSED_SHOWN)
      .map(({ id, code, message }) => `✖ ${id} refused (${code}): ${message}`),
    ...(more > 0 ? [`✖ … and ${more} more: see the report`] : []),
  ];
}

function isCost({ unit, mlops, llmops }: SideBySideRow): boolean {
  return unit === 'usd' && (mlops.value !== null || llmops.value !== null);
}

function isMissing(cell: SideBySideCell): boolean {
  return cell.value === null;
}

function cellText(row: SideBySideRow, cell: SideBySideCell): string {
  const { value, atLeast, reader } = cell;
  if (value === null) return '–';
  const text = `${atLeast ? '≥ ' : ''}${format(row.unit, value)}`;
  if (cell.needsModel) return `${NEEDS_MODEL} (${reader}: ${text})`;
  return reader === null ? text : `${text} (${reader})`;
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

/** Nobody read for a run of the classical side alone. */
function readerText({ reader, sides }: Report): string {
  if (sides.llmops === null) return '';
  return ` · reader: ${reader === 'extractive' ? 'extractive, not a language model' : reader}`;
}
