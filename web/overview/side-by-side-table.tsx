import { Box } from '../ui/box.tsx';
import { Header } from '../ui/header.tsx';
import { type Column, Table } from '../ui/table.tsx';
import type {
  SideBySideCell,
  SideBySideRow,
  Unit,
} from '../../lambda/domain/compare/side-by-side.ts';
import { count, milliseconds, NEEDS_MODEL, percent, usd } from '../format.ts';
import { SIDE_NAMES } from '../shell/side-name.tsx';

const SHOWN: Readonly<Record<Unit, (value: number) => string>> = {
  share: (value) => percent(value),
  ms: milliseconds,
  usd,
  count,
};

const COLUMNS: readonly Column<SideBySideRow>[] = [
  { id: 'label', header: 'Measure', isRowHeader: true, cell: ({ label }) => label, minWidth: 160 },
  sideColumn('mlops'),
  sideColumn('llmops'),
];

/** The same rows that the terminal prints; what was not measured says why. */
export function SideBySideTable({ rows }: { readonly rows: readonly SideBySideRow[] }) {
  return (
    <Table
      header={
        <Header variant="h2" counter={`(${rows.length})`}>
          Side by side
        </Header>
      }
      label="Side by side"
      items={rows}
      keyOf={({ metric }) => metric}
      columns={COLUMNS}
    />
  );
}

function sideColumn(side: 'mlops' | 'llmops'): Column<SideBySideRow> {
  return {
    id: side,
    header: SIDE_NAMES[side],
    cell: (row) => <Cell cell={row[side]} unit={row.unit} />,
  };
}

function Cell({ cell, unit }: { readonly cell: SideBySideCell; readonly unit: Unit }) {
  if (cell.value === null) {
    return <Box color="text-body-secondary">not measured: {cell.note}</Box>;
  }
  if (cell.needsModel) {
    return (
      <>
        <Box fontWeight="bold">{NEEDS_MODEL}</Box>
        <Box color="text-body-secondary" fontSize="body-s">
          {SHOWN[unit](cell.value)}: extractive reader, not an LLM
        </Box>
      </>
    );
  }
  return (
    <>
      <Box fontWeight="bold">
        {cell.atLeast ? 'at least ' : ''}
        {SHOWN[unit](cell.value)}
      </Box>
      <Box color="text-body-secondary" fontSize="body-s">
        {cell.note}
      </Box>
    </>
  );
}
