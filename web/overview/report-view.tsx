import SpaceBetween from '@cloudscape-design/components/space-between';
import { ConfusionMatrix } from './confusion-matrix.tsx';
import { CostTable } from './cost-table.tsx';
import { Headline } from './headline.tsx';
import { LatencyChart } from './latency-chart.tsx';
import { LlmopsFigures } from './llmops-figures.tsx';
import { sideTitle, type Overview } from './overview.ts';
import { FieldChart, QualityChart } from './quality-chart.tsx';
import { SideBySideTable } from './side-by-side-table.tsx';

/** The comparison: in the console's overview and in the report. */
export function ReportView({ overview }: { readonly overview: Overview }) {
  const { report, rows } = overview;
  const { mlops, llmops } = report.sides;
  return (
    <SpaceBetween size="l">
      <Headline report={report} />
      <SideBySideTable rows={rows} />
      <div className="two-columns">
        <QualityChart report={report} />
        <LatencyChart report={report} />
        <FieldChart report={report} />
        <LlmopsFigures report={report} />
      </div>
      <div className="two-columns">
        <ConfusionMatrix report={report} side="mlops" />
        <ConfusionMatrix report={report} side="llmops" />
      </div>
      {mlops === null ? null : (
        <CostTable
          title={`Cost of a document: ${sideTitle('mlops', report)}`}
          cost={mlops.cost}
          total={mlops.costUsdPerDocument}
        />
      )}
      {llmops === null ? null : (
        <>
          <CostTable
            title={`Cost of a document: ${sideTitle('llmops', report)}`}
            cost={llmops.cost}
            total={llmops.costUsdPerDocument}
          />
          <CostTable
            title="Cost of an answer"
            cost={llmops.answerCost}
            total={llmops.costUsdPerAnswer}
          />
        </>
      )}
    </SpaceBetween>
  );
}
