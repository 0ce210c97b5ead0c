import { Box } from '../ui/box.tsx';
import { Header } from '../ui/header.tsx';
import { StatusIndicator } from '../ui/status-indicator.tsx';
import { type Column, Table } from '../ui/table.tsx';
import type { ComplianceFinding } from '../../lambda/domain/document/document.ts';
import { fieldLabel } from '../format.ts';

const OUTCOMES = {
  met: { type: 'success', label: 'Met' },
  violated: { type: 'error', label: 'Violated' },
  'not-applicable': { type: 'not-started', label: 'Not applicable' },
} as const;

const ORDER = ['violated', 'met', 'not-applicable'];

const COLUMNS: readonly Column<ComplianceFinding>[] = [
  {
    id: 'outcome',
    header: 'Outcome',
    minWidth: 150,
    cell: ({ outcome }) => (
      <StatusIndicator type={OUTCOMES[outcome].type}>{OUTCOMES[outcome].label}</StatusIndicator>
    ),
  },
  { id: 'rule', header: 'Rule', isRowHeader: true, cell: ({ rule }) => fieldLabel(rule) },
  { id: 'detail', header: 'Detail', cell: ({ detail }) => detail },
];

/** Outcome of each compliance rule, violations first. */
export function ComplianceTable(props: { readonly findings: readonly ComplianceFinding[] }) {
  const items = [...props.findings].sort(
    (a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome),
  );
  return (
    <Table
      header={<Header variant="h2">Compliance</Header>}
      label="Compliance findings"
      items={items}
      keyOf={({ rule }) => rule}
      empty={<Box textAlign="center">No rule applies to this category.</Box>}
      columns={COLUMNS}
    />
  );
}
