import Header from '@cloudscape-design/components/header';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { CostLine, ProjectedCost } from '../../lambda/domain/compare/report-schema.ts';
import { count, usd } from '../format.ts';

const COLUMNS: readonly TableProps.ColumnDefinition<CostLine>[] = [
  { id: 'item', header: 'Line', isRowHeader: true, cell: ({ item }) => item },
  {
    id: 'quantity',
    header: 'Quantity',
    cell: ({ quantity }) =>
      quantity === null ? 'unknown' : count(Number(quantity.toPrecision(4))),
  },
  {
    id: 'price',
    header: 'Price',
    cell: ({ priceUsd, unit }) => (priceUsd === null ? 'unknown' : `${usd(priceUsd)} / ${unit}`),
  },
  { id: 'usd', header: 'USD', cell: ({ usd: sum }) => (sum === null ? 'not known' : usd(sum)) },
  { id: 'note', header: 'How', cell: ({ note }) => note },
  {
    id: 'source',
    header: 'Price from',
    cell: ({ source, asOf, region }) => `${source}, ${region}, ${asOf}`,
  },
];

/** What one document or answer would cost on AWS, line by line. */
export function CostTable(props: {
  readonly title: string;
  readonly cost: ProjectedCost;
  readonly total: number | null;
}) {
  const { cost, total } = props;
  return (
    <Table
      variant="borderless"
      header={
        <Header
          variant="h3"
          description={`Projected on AWS for ${cost.model}, profile ${cost.profile}, ${count(cost.documentsPerMonth)} documents a month.`}
        >
          {`${props.title}: ${describeTotal(cost, total)}`}
        </Header>
      }
      ariaLabels={{ tableLabel: props.title }}
      items={cost.lines}
      trackBy="item"
      wrapLines
      columnDefinitions={COLUMNS}
    />
  );
}

function describeTotal({ atLeast }: ProjectedCost, total: number | null): string {
  if (total === null) return 'no total, because a line is not known';
  return `${atLeast ? 'at least ' : ''}${usd(total)}`;
}
