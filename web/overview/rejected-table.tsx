import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { Report } from '../../lambda/domain/compare/report-schema.ts';

type Rejected = Report['rejected']['documents'][number];

const COLUMNS: readonly TableProps.ColumnDefinition<Rejected>[] = [
  { id: 'id', header: 'Document', isRowHeader: true, cell: ({ id }) => id },
  { id: 'code', header: 'Reason', cell: ({ code }) => code },
  { id: 'message', header: 'What to do', cell: ({ message }) => message },
];

/** Documents that were refused; the run went on without them. */
export function RejectedTable({ rejected }: { readonly rejected: Report['rejected'] }) {
  return (
    <Table
      variant="container"
      header={
        <Header variant="h2" counter={`(${rejected.count})`}>
          Refused documents
        </Header>
      }
      ariaLabels={{ tableLabel: 'Refused documents' }}
      items={rejected.documents}
      trackBy="id"
      wrapLines
      empty={<Box textAlign="center">None.</Box>}
      columnDefinitions={COLUMNS}
    />
  );
}
