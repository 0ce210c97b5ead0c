import { Box } from '../ui/box.tsx';
import { Header } from '../ui/header.tsx';
import { type Column, Table } from '../ui/table.tsx';
import type { ReactNode } from 'react';
import type { CostLine, ProjectedCost } from '../../lambda/domain/compare/report-schema.ts';
import { count, usd } from '../format.ts';

/** Single documents cost fractions of a cent; a thousand of them a sum that one can compare. */
const BATCH = 1_000;

/** What 1,000 documents or answers would cost on AWS, line by line. */
export function CostTable(props: {
  readonly title: string;
  readonly cost: ProjectedCost;
  /** One document or answer. */
  readonly totalUsd: number | null;
  readonly what: 'documents' | 'answers';
}) {
  const { cost, what } = props;
  return (
    <Table
      bare
      header={
        <Header
          variant="h3"
          description={`Projected for ${cost.model}, profile ${cost.profile}.${describeMonth(props)}`}
        >
          {`${props.title}: ${describeTotal(props)}`}
        </Header>
      }
      label={props.title}
      items={cost.lines}
      keyOf={({ item }) => item}
      columns={columns(what)}
    />
  );
}

function columns(what: 'documents' | 'answers'): readonly Column<CostLine>[] {
  return [
    {
      id: 'item',
      header: 'Line',
      isRowHeader: true,
      cell: ({ item, note }) => <WithSource source={note}>{item}</WithSource>,
    },
    {
      id: 'quantity',
      header: what === 'documents' ? 'A document needs' : 'An answer needs',
      cell: ({ quantity }) =>
        quantity === null ? 'unknown' : count(Number(quantity.toPrecision(4))),
    },
    {
      id: 'price',
      header: 'Price',
      cell: ({ priceUsd, unit, source, asOf, region }) => (
        <WithSource source={`${source}, ${region}, ${asOf}`}>
          {priceUsd === null ? 'unknown' : `${usd(priceUsd)} / ${unit}`}
        </WithSource>
      ),
    },
    {
      id: 'usd',
      header: `USD for ${count(BATCH)}`,
      cell: ({ usd: sum }) => (sum === null ? 'not known' : usd(sum * BATCH)),
    },
  ];
}

function WithSource(props: { readonly source: string; readonly children: ReactNode }) {
  return (
    <>
      <div>{props.children}</div>
      <Box color="text-body-secondary" fontSize="body-s">
        {props.source}
      </Box>
    </>
  );
}

type Total = Parameters<typeof CostTable>[0];

function describeTotal({ cost, totalUsd, what }: Total): string {
  if (totalUsd === null) return 'no total, because a line is not known';
  return `${atLeast(cost)}${usd(totalUsd * BATCH)} for ${count(BATCH)}${what === 'answers' ? ' answers' : ''}`;
}

function describeMonth({ cost, totalUsd, what }: Total): string {
  if (totalUsd === null || what === 'answers') return '';
  const month = usd(totalUsd * cost.documentsPerMonth);
  return ` ${count(cost.documentsPerMonth)} documents a month: ${atLeast(cost)}${month}.`;
}

function atLeast(cost: ProjectedCost): string {
  return cost.atLeast ? 'at least ' : '';
}
