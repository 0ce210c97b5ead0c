import Box from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';
import type { TableProps } from '@cloudscape-design/components/table';
import type {
  DocumentSummary,
  SideSummary,
} from '../../lambda/domain/document/document-summary.ts';
import { percent } from '../format.ts';
import { documentHref } from '../shell/route.ts';
import { SIDE_NAMES } from '../shell/side-name.tsx';
import { Agreement, DocumentStatus } from './document-status.tsx';

export const DOCUMENT_COLUMNS: readonly TableProps.ColumnDefinition<DocumentSummary>[] = [
  {
    id: 'name',
    header: 'Name',
    isRowHeader: true,
    sortingField: 'name',
    cell: (document) => <Link href={documentHref(document.documentId)}>{document.name}</Link>,
    minWidth: 140,
  },
  {
    id: 'status',
    header: 'Status',
    sortingField: 'status',
    cell: (document) => <DocumentStatus status={document.status} />,
  },
  sideColumn('mlops'),
  sideColumn('llmops'),
  {
    id: 'category-agreement',
    header: 'Category',
    sortingComparator: (a, b) => agreementRank(a) - agreementRank(b),
    cell: (document) =>
      document.status === 'refused' ? '–' : <Agreement same={document.sameCategory} />,
  },
  {
    id: 'field-agreement',
    header: 'Same fields',
    sortingComparator: (a, b) => share(a) - share(b),
    cell: ({ fields }) => (fields === null ? '–' : `${fields.same} of ${fields.all}`),
  },
];

/** Sorts by confidence: the least certain documents are what one looks for. */
function sideColumn(side: 'mlops' | 'llmops'): TableProps.ColumnDefinition<DocumentSummary> {
  return {
    id: side,
    header: `${SIDE_NAMES[side]}, confidence`,
    sortingComparator: (a, b) => (a[side].confidence ?? -1) - (b[side].confidence ?? -1),
    cell: (document) => <SideCell side={document[side]} />,
  };
}

function SideCell({ side }: { readonly side: SideSummary }) {
  if (side.category === null) return <>{side.status === 'failed' ? 'failed' : '–'}</>;
  return (
    <>
      {side.category}{' '}
      <Box variant="span" color="text-body-secondary" fontSize="body-s">
        {percent(side.confidence, 0)}
      </Box>
    </>
  );
}

function agreementRank(document: DocumentSummary): number {
  return document.sameCategory === null ? 2 : Number(document.sameCategory);
}

function share(document: DocumentSummary): number {
  return document.fields === null || document.fields.all === 0
    ? -1
    : document.fields.same / document.fields.all;
}
