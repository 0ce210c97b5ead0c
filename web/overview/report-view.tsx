import { SpaceBetween } from '../ui/space-between.tsx';
import { ConfusionMatrix } from './confusion-matrix.tsx';
import { Costs } from './costs.tsx';
import { Headline } from './headline.tsx';
import { InShort } from './in-short.tsx';
import { LatencyChart } from './latency-chart.tsx';
import { LayerGrid } from './layer-grid.tsx';
import { LlmopsFigures } from './llmops-figures.tsx';
import type { Overview } from './overview.ts';
import { CategoryChart, FieldChart, QualityChart } from './quality-chart.tsx';
import { SideBySideTable } from './side-by-side-table.tsx';

/** The comparison: in the console's overview and in the report. */
export function ReportView(props: {
  readonly overview: Overview;
  /** Everything one below the other: paper has no tabs. */
  readonly unfolded?: boolean;
}) {
  const { report, rows } = props.overview;
  return (
    <SpaceBetween size="l">
      <Headline report={report} />
      <InShort report={report} />
      <div className="two-columns">
        <QualityChart report={report} />
        <LatencyChart report={report} />
        <CategoryChart report={report} />
        <FieldChart report={report} />
      </div>
      <SideBySideTable rows={rows} />
      <LlmopsFigures report={report} />
      <div className="two-columns">
        <ConfusionMatrix report={report} side="mlops" />
        <ConfusionMatrix report={report} side="llmops" />
      </div>
      <Costs report={report} unfolded={props.unfolded ?? false} />
      <LayerGrid />
    </SpaceBetween>
  );
}
