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
    minWidth: 220,
  },
  {
    id: 'status',
    header: 'Status',
    sortingField: 'status',
    cell: (document) => <DocumentStatus status={document.status} />,
  },
  sideColumn('mlops'),
  confidenceColumn('mlops'),
  sideColumn('llmops'),
  confidenceColumn('llmops'),
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

function sideColumn(side: 'mlops' | 'llmops'): TableProps.ColumnDefinition<DocumentSummary> {
  return {
    id: `${side}-category`,
    header: `${SIDE_NAMES[side]} category`,
    sortingComparator: (a, b) => label(a[side]).localeCompare(label(b[side])),
    cell: (document) => label(document[side]),
  };
}

function confidenceColumn(side: 'mlops' | 'llmops'): TableProps.ColumnDefinition<DocumentSummary> {
  return {
    id: `${side}-confidence`,
    header: <Box variant="span">{SIDE_NAMES[side]} confidence</Box>,
    sortingComparator: (a, b) => (a[side].confidence ?? -1) - (b[side].confidence ?? -1),
    cell: (document) => percent(document[side].confidence, 0),
  };
}

function label(side: SideSummary): string {
  return side.category ?? (side.status === 'failed' ? 'failed' : '–');
}

function agreementRank(document: DocumentSummary): number {
  return document.sameCategory === null ? 2 : Number(document.sameCategory);
}

function share(document: DocumentSummary): number {
  return document.fields === null || document.fields.all === 0
    ? -1
    : document.fields.same / document.fields.all;
}
