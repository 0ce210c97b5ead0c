import { Box } from '../ui/box.tsx';
import { Button } from '../ui/button.tsx';
import { Header } from '../ui/header.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { type Sorting, Table } from '../ui/table.tsx';
import { TextField } from '../ui/text-field.tsx';
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
  const [text, setText] = useState('');
  const [page, setPage] = useState(0);
  const [sorting, setSorting] = useState<Sorting>({ column: 'name', descending: false });
  const found = sortBy(
    visible.filter((document) => matches(document, text)),
    sorting,
  );
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const shown = Math.min(page, pages - 1);
  return (
    <Table
      label="Documents"
      items={found.slice(shown * PAGE_SIZE, (shown + 1) * PAGE_SIZE)}
      columns={DOCUMENT_COLUMNS}
      keyOf={({ documentId }) => documentId}
      sorting={sorting}
      onSort={setSorting}
      header={
        <Header
          counter={`(${counted(visible.length, props.documents.length)})`}
          actions={
            <Button variant="icon" ariaLabel="Reload documents" onClick={props.onReload}>
              ↻
            </Button>
          }
        >
          Documents
        </Header>
      }
      filter={
        <DocumentFilters documents={props.documents} filter={filter} onChange={setFilter}>
          <TextField
            type="search"
            value={text}
            placeholder="Find by name or category"
            ariaLabel="Find documents by name or category"
            onChange={setText}
          />
          <output className="ui-hidden">{text === '' ? '' : `${found.length} found`}</output>
        </DocumentFilters>
      }
      pagination={<Pagination page={shown} pages={pages} onChange={setPage} />}
      empty={
        props.loading ? 'Loading documents' : <Nothing filtered={props.documents.length > 0} />
      }
    />
  );
}

function sortBy(documents: readonly DocumentSummary[], { column, descending }: Sorting) {
  const compare = DOCUMENT_COLUMNS.find(({ id }) => id === column)?.compare;
  if (compare === undefined) return documents;
  return [...documents].sort((a, b) => (descending ? compare(b, a) : compare(a, b)));
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

function Nothing({ filtered }: { readonly filtered: boolean }) {
  return (
    <Box textAlign="center">
      {filtered
        ? 'No document passes these filters.'
        : 'No documents yet. Add one above, or run a corpus with npx strata run.'}
    </Box>
  );
}
