import { Box } from '../ui/box.tsx';
import { Header } from '../ui/header.tsx';
import { type Column, Table } from '../ui/table.tsx';
import type { Report } from '../../lambda/domain/compare/report-schema.ts';

type Rejected = Report['rejected']['documents'][number];

const COLUMNS: readonly Column<Rejected>[] = [
  { id: 'id', header: 'Document', isRowHeader: true, cell: ({ id }) => id },
  { id: 'code', header: 'Reason', cell: ({ code }) => code },
  { id: 'message', header: 'What to do', cell: ({ message }) => message },
];

/** Documents that were refused; the run went on without them. */
export function RejectedTable({ rejected }: { readonly rejected: Report['rejected'] }) {
  return (
    <Table
      header={
        <Header variant="h2" counter={`(${rejected.count})`}>
          Refused documents
        </Header>
      }
      label="Refused documents"
      items={rejected.documents}
      keyOf={({ id }) => id}
      empty={<Box textAlign="center">None.</Box>}
      columns={COLUMNS}
    />
  );
}
