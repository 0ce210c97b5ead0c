import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Tabs from '@cloudscape-design/components/tabs';
import type { Report } from '../../lambda/domain/compare/report-schema.ts';
import { SIDE_NAMES } from '../shell/side-name.tsx';
import { CostTable } from './cost-table.tsx';
import { sideTitle } from './overview.ts';

/** Line items of each projection; a line without a known price shows that it has none. */
export function Costs({ report }: { readonly report: Report }) {
  const { mlops, llmops } = report.sides;
  const tabs = [
    ...(mlops === null
      ? []
      : [
          {
            id: 'mlops',
            label: `A document, ${SIDE_NAMES.mlops}`,
            content: (
              <CostTable
                title={sideTitle('mlops', report)}
                cost={mlops.cost}
                total={mlops.costUsdPerDocument}
              />
            ),
          },
        ]),
    ...(llmops === null
      ? []
      : [
          {
            id: 'llmops',
            label: `A document, ${SIDE_NAMES.llmops}`,
            content: (
              <CostTable
                title={sideTitle('llmops', report)}
                cost={llmops.cost}
                total={llmops.costUsdPerDocument}
              />
            ),
          },
          {
            id: 'answer',
            label: 'An answer',
            content: (
              <CostTable
                title="An answer"
                cost={llmops.answerCost}
                total={llmops.costUsdPerAnswer}
              />
            ),
          },
        ]),
  ];
  return (
    <Container header={<Header variant="h2">What it would cost on AWS</Header>}>
      <Tabs tabs={tabs} ariaLabel="Projected costs" />
    </Container>
  );
}
