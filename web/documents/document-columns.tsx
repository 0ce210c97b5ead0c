import { Box } from '../ui/box.tsx';
import { Link } from '../ui/link.tsx';
import type { Column } from '../ui/table.tsx';
import type {
  DocumentSummary,
  SideSummary,
} from '../../lambda/domain/document/document-summary.ts';
import { percent } from '../format.ts';
import { documentHref } from '../shell/route.ts';
import { SIDE_NAMES } from '../shell/side-name.tsx';
import { Agreement, DocumentStatus } from './document-status.tsx';

export const DOCUMENT_COLUMNS: readonly Column<DocumentSummary>[] = [
  {
    id: 'name',
    header: 'Name',
    isRowHeader: true,
    compare: (a, b) => a.name.localeCompare(b.name),
    cell: (document) => <Link href={documentHref(document.documentId)}>{document.name}</Link>,
    minWidth: 140,
  },
  {
    id: 'status',
    header: 'Status',
    compare: (a, b) => a.status.localeCompare(b.status),
    cell: (document) => <DocumentStatus status={document.status} />,
  },
  sideColumn('mlops'),
  sideColumn('llmops'),
  {
    id: 'agreement',
    header: 'Agreement',
    compare: (a, b) => agreementRank(a) - agreementRank(b),
    cell: (document) => <AgreementCell document={document} />,
  },
];

/** Sorts by confidence: the least certain documents are what one looks for. */
function sideColumn(side: 'mlops' | 'llmops'): Column<DocumentSummary> {
  return {
    id: side,
    header: SIDE_NAMES[side],
    compare: (a, b) => (a[side].confidence ?? -1) - (b[side].confidence ?? -1),
    cell: (document) => <SideCell side={document[side]} />,
  };
}

function SideCell({ side }: { readonly side: SideSummary }) {
  if (side.category === null) return <>{side.status === 'failed' ? 'failed' : '–'}</>;
  return (
    <>
      <div>{side.category}</div>
      <Box color="text-body-secondary" fontSize="body-s">
        {percent(side.confidence, 0)} confident
      </Box>
    </>
  );
}

function AgreementCell({ document }: { readonly document: DocumentSummary }) {
  if (document.status === 'refused' || document.status === 'received') return <>–</>;
  const { fields } = document;
  return (
    <>
      <Agreement same={document.sameCategory} />
      {fields === null || fields.all === 0 ? null : (
        <Box color="text-body-secondary" fontSize="body-s">
          {`${fields.same} of ${fields.all} fields`}
        </Box>
      )}
    </>
  );
}

/** Documents on which the sides differ most come first. */
function agreementRank({ sameCategory, fields }: DocumentSummary): number {
  const share = fields === null || fields.all === 0 ? 0 : fields.same / fields.all;
  return (sameCategory === null ? 2 : Number(sameCategory)) + share / 2;
}
