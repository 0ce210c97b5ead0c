import { Box } from '../ui/box.tsx';
import { Header } from '../ui/header.tsx';
import { Link } from '../ui/link.tsx';
import { type Column, Table } from '../ui/table.tsx';
import type { RetrievedChunk } from '../../lambda/domain/llmops/answer/answer.ts';
import { shortHash } from '../format.ts';
import { documentHref } from '../shell/route.ts';

interface RetrievedRow extends RetrievedChunk {
  readonly place: number;
  readonly name: string;
}

const COLUMNS: readonly Column<RetrievedRow>[] = [
  { id: 'place', header: 'Place', cell: ({ place }) => place },
  {
    id: 'chunk',
    header: 'Chunk',
    isRowHeader: true,
    cell: ({ documentId, name, range }) => (
      <Link href={documentHref(documentId, range)}>{`${name}, ${range[0]}–${range[1]}`}</Link>
    ),
  },
  { id: 'vector', header: 'Vector rank', cell: ({ vectorRank }) => vectorRank ?? '–' },
  { id: 'text', header: 'Text rank', cell: ({ textRank }) => textRank ?? '–' },
  { id: 'wording', header: 'Sentence rank', cell: ({ wordingRank }) => wordingRank ?? '–' },
  { id: 'clause', header: 'Clause rank', cell: ({ clauseRank }) => clauseRank ?? '–' },
  { id: 'score', header: 'Fused score', cell: ({ score }) => score.toFixed(4) },
];

/** What the answer could draw on, best first, and why each piece is there. */
export function RetrievedTable(props: {
  readonly retrieved: readonly RetrievedChunk[];
  readonly names: ReadonlyMap<string, string>;
}) {
  const items = props.retrieved.map((chunk, index) => ({
    ...chunk,
    place: index + 1,
    name: props.names.get(chunk.documentId) ?? shortHash(chunk.documentId),
  }));
  return (
    <Table
      header={
        <Header
          variant="h2"
          counter={`(${items.length})`}
          description="Ranks in the two searches that were fused; – where a search did not find it."
        >
          Retrieved chunks
        </Header>
      }
      label="Retrieved chunks"
      items={items}
      keyOf={({ chunkId }) => chunkId}
      empty={<Box textAlign="center">Nothing was retrieved.</Box>}
      columns={COLUMNS}
    />
  );
}
