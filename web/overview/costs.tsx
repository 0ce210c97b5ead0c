import { Container } from '../ui/container.tsx';
import { Header } from '../ui/header.tsx';
import { SpaceBetween } from '../ui/space-between.tsx';
import { Tabs } from '../ui/tabs.tsx';
import type { ProjectedCost, Report } from '../../lambda/domain/compare/report-schema.ts';
import { SIDE_NAMES } from '../shell/side-name.tsx';
import { CostTable } from './cost-table.tsx';

interface Projection {
  readonly id: string;
  readonly label: string;
  readonly cost: ProjectedCost;
  readonly totalUsd: number | null;
  readonly what: 'documents' | 'answers';
}

/** Line items of each projection; a line without a known price shows that it has none. */
export function Costs(props: { readonly report: Report; readonly unfolded: boolean }) {
  const projections = projectionsOf(props.report);
  const table = ({ id, label, cost, totalUsd, what }: Projection) => (
    <CostTable key={id} title={label} cost={cost} totalUsd={totalUsd} what={what} />
  );
  return (
    <Container header={<Header variant="h2">What it would cost on AWS</Header>}>
      {props.unfolded ? (
        <SpaceBetween size="l">{projections.map(table)}</SpaceBetween>
      ) : (
        <Tabs
          tabs={projections.map((one) => ({ id: one.id, label: one.label, content: table(one) }))}
          ariaLabel="Projected costs"
        />
      )}
    </Container>
  );
}

function projectionsOf({ sides: { mlops, llmops } }: Report): readonly Projection[] {
  const documents = (['mlops', 'llmops'] as const).flatMap((id) => {
    const side = id === 'mlops' ? mlops : llmops;
    if (side === null) return [];
    const label = `Documents, ${SIDE_NAMES[id]}`;
    const totalUsd = side.costUsdPerDocument;
    return [{ id, label, cost: side.cost, totalUsd, what: 'documents' as const }];
  });
  if (llmops === null) return documents;
  const answers = { id: 'answers', label: 'Answers, LLMOps', what: 'answers' as const };
  return [...documents, { ...answers, cost: llmops.answerCost, totalUsd: llmops.costUsdPerAnswer }];
}
