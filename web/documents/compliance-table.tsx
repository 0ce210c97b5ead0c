import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { ComplianceFinding } from '../../lambda/domain/document/document.ts';
import { fieldLabel } from '../format.ts';

const OUTCOMES = {
  met: { type: 'success', label: 'Met' },
  violated: { type: 'error', label: 'Violated' },
  'not-applicable': { type: 'not-started', label: 'Not applicable' },
} as const;

const ORDER = ['violated', 'met', 'not-applicable'];

const COLUMNS: readonly TableProps.ColumnDefinition<ComplianceFinding>[] = [
  {
    id: 'outcome',
    header: 'Outcome',
    width: 170,
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
      variant="container"
      header={<Header variant="h2">Compliance</Header>}
      ariaLabels={{ tableLabel: 'Compliance findings' }}
      items={items}
      trackBy="rule"
      wrapLines
      empty={<Box textAlign="center">No rule applies to this category.</Box>}
      columnDefinitions={COLUMNS}
    />
  );
}
