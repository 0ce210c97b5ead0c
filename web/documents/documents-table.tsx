import { useCollection } from '@cloudscape-design/collection-hooks';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import Table from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useState } from 'react';
import type { DocumentSummary } from '../../lambda/domain/document/document-summary.ts';
import { count } from '../format.ts';
import { DOCUMENT_COLUMNS } from './document-columns.tsx';
import { DocumentFilters, NO_FILTER, passes } from './document-filters.tsx';

const PAGE_SIZE = 25;

/** Sortable, filtered by text, status, category and agreement, 25 a page. */
export function DocumentsTable(props: {
  readonly documents: readonly DocumentSummary[];
  readonly loading: boolean;
  readonly onReload: () => void;
}) {
  const [filter, setFilter] = useState(NO_FILTER);
  const visible = props.documents.filter((document) => passes(document, filter));
  const { items, collectionProps, filterProps, paginationProps, filteredItemsCount } =
    useCollection(visible, {
      filtering: {
        fields: ['name', 'documentId'],
        filteringFunction: matches,
        empty: <Nothing filtered={props.documents.length > 0} />,
        noMatch: <Nothing filtered />,
      },
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
          counter={`(${counted(visible.length, props.documents.length)})`}
          actions={
            <Button iconName="refresh" ariaLabel="Reload documents" onClick={props.onReload} />
          }
        >
          Documents
        </Header>
      }
      filter={
        <DocumentFilters documents={props.documents} filter={filter} onChange={setFilter}>
          <TextFilter
            {...filterProps}
            filteringPlaceholder="Find by name or category"
            filteringAriaLabel="Find documents by name or category"
            countText={`${filteredItemsCount ?? 0} found`}
          />
        </DocumentFilters>
      }
      pagination={<Pagination {...paginationProps} />}
    />
  );
}

function counted(shown: number, all: number): string {
  return shown === all ? count(all) : `${count(shown)} of ${count(all)}`;
}

function matches(document: DocumentSummary, text: string): boolean {
  const wanted = text.toLocaleLowerCase();
  return [document.name, document.documentId, document.mlops.category, document.llmops.category]
    .filter((value) => value !== null)
    .some((value) => value.toLocaleLowerCase().includes(wanted));
}

function Nothing({ filtered = false }: { readonly filtered?: boolean }) {
  return (
    <Box textAlign="center">
      {filtered
        ? 'No document passes these filters.'
        : 'No documents yet. Add one above, or run a corpus with npx strata run.'}
    </Box>
  );
}
