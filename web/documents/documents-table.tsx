import { useCollection } from '@cloudscape-design/collection-hooks';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import Select from '@cloudscape-design/components/select';
import Table from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useState } from 'react';
import type { DocumentSummary } from '../../lambda/domain/document/document-summary.ts';
import { DOCUMENT_COLUMNS } from './document-columns.tsx';
import { STATUS_LABELS } from './document-status.tsx';

const PAGE_SIZE = 25;

const VIEWS: readonly {
  readonly value: string;
  readonly label: string;
  readonly shows: (document: DocumentSummary) => boolean;
}[] = [
  { value: 'all', label: 'All documents', shows: () => true },
  { value: 'different', label: 'Sides differ', shows: (d) => d.sameCategory === false },
  { value: 'review', label: STATUS_LABELS['awaiting-review'], shows: isStatus('awaiting-review') },
  { value: 'violated', label: 'Violates a rule', shows: (d) => d.violations > 0 },
  { value: 'refused', label: STATUS_LABELS.refused, shows: isStatus('refused') },
];

/** Sortable, filtered by text and by view, 25 a page. */
export function DocumentsTable(props: {
  readonly documents: readonly DocumentSummary[];
  readonly loading: boolean;
  readonly onReload: () => void;
}) {
  const [view, setView] = useState('all');
  const shown = VIEWS.find(({ value }) => value === view);
  const visible = props.documents.filter((document) => shown?.shows(document) ?? true);
  const { items, collectionProps, filterProps, paginationProps, filteredItemsCount } =
    useCollection(visible, {
      filtering: { fields: ['name', 'documentId'], filteringFunction: matches, empty: <Nothing /> },
      pagination: { pageSize: PAGE_SIZE },
      sorting: {
        defaultState: { sortingColumn: { sortingField: 'name' } },
      },
    });
  return (
    <Table
      {...collectionProps}
      items={items}
      columnDefinitions={DOCUMENT_COLUMNS}
      trackBy="documentId"
      loading={props.loading}
      loadingText="Loading documents"
      variant="container"
      stickyHeader
      wrapLines={false}
      ariaLabels={{ tableLabel: 'Documents' }}
      header={
        <Header
          counter={`(${visible.length})`}
          actions={
            <Button iconName="refresh" ariaLabel="Reload documents" onClick={props.onReload} />
          }
        >
          Documents
        </Header>
      }
      filter={
        <div className="filters">
          <TextFilter
            {...filterProps}
            filteringPlaceholder="Find by name or category"
            filteringAriaLabel="Find documents by name or category"
            countText={`${filteredItemsCount ?? 0} found`}
          />
          <Select
            selectedOption={{ value: view, label: shown?.label ?? '' }}
            options={VIEWS.map(({ value, label }) => ({ value, label }))}
            onChange={({ detail }) => setView(detail.selectedOption.value ?? 'all')}
            ariaLabel="Which documents to show"
          />
        </div>
      }
      pagination={<Pagination {...paginationProps} />}
      empty={<Nothing />}
    />
  );
}

function matches(document: DocumentSummary, text: string): boolean {
  const wanted = text.toLocaleLowerCase();
  return [document.name, document.documentId, document.mlops.category, document.llmops.category]
    .filter((value) => value !== null)
    .some((value) => value.toLocaleLowerCase().includes(wanted));
}

function isStatus(status: DocumentSummary['status']) {
  return (document: DocumentSummary) => document.status === status;
}

function Nothing() {
  return <Box textAlign="center">No documents. Upload one above, or run a corpus.</Box>;
}
