import { Header } from '../ui/header.tsx';
import { Link } from '../ui/link.tsx';
import { type Column, Table } from '../ui/table.tsx';
import type { RecordAnswer, RecordRow } from '../../lambda/domain/llmops/plan/record-answer.ts';
import { count, fieldLabel, percent } from '../format.ts';
import { documentHref } from '../shell/route.ts';

const DOCUMENT: Column<RecordRow> = {
  id: 'document',
  header: 'Document',
  isRowHeader: true,
  cell: ({ documentId, name }) => <Link href={documentHref(documentId)}>{name}</Link>,
};

/** The documents that a reckoned answer rests on, each with its value and how surely it was read. */
export function RecordRows({ records }: { readonly records: RecordAnswer }) {
  const { rows, found, looked, sure, without, query } = records;
  const field = query.field;
  const columns: readonly Column<RecordRow>[] = [
    DOCUMENT,
    { id: 'category', header: 'Category', cell: ({ category }) => category },
    ...(field === null
      ? []
      : [
          {
            id: 'value',
            header: fieldLabel(field),
            cell: ({ value, currency }: RecordRow) =>
              value === null ? '–' : [currency, value].filter((part) => part !== null).join(' '),
          },
        ]),
    { id: 'confidence', header: 'Confidence', cell: ({ confidence }) => percent(confidence, 0) },
  ];
  return (
    <Table
      header={
        <Header
          variant="h2"
          counter={`(${count(rows.length)}${rows.length < found ? ` of ${count(found)}` : ''})`}
          description={`${count(looked)} documents were looked at, ${count(sure)} read with confidence, ${count(without)} lack a value that is needed.`}
        >
          Documents behind the answer
        </Header>
      }
      label="Documents behind the answer"
      items={rows}
      keyOf={({ documentId }) => documentId}
      empty="No document met the question."
      columns={columns}
    />
  );
}
