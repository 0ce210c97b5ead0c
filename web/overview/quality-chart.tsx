import { BarChart } from '../ui/bar-chart.tsx';
import { Container } from '../ui/container.tsx';
import { Header } from '../ui/header.tsx';
import type { Report } from '../../lambda/domain/compare/report-schema.ts';
import type { Side } from '../../lambda/domain/document/document.ts';
import { fieldLabel, percent } from '../format.ts';
import { SIDE_COLORS } from '../shell/side-name.tsx';
import { qualityTitle, sidesOf } from './overview.ts';

const MEASURES = {
  Accuracy: (report: Report, side: Side) => report.sides[side]?.accuracy,
  'Macro F1': (report: Report, side: Side) => report.sides[side]?.macroF1,
  'Field accuracy': (report: Report, side: Side) => report.sides[side]?.fieldAccuracy.overall,
} as const;

/** Accuracy, macro F1 and field accuracy of both sides, from 0 to 100 %. */
export function QualityChart({ report }: { readonly report: Report }) {
  return (
    <ShareChart
      title="Quality"
      description="Share of the scored documents and of their labelled fields."
      report={report}
      labels={Object.keys(MEASURES)}
      valueOf={(side, label) =>
        Object.entries(MEASURES).find(([name]) => name === label)?.[1](report, side)
      }
    />
  );
}

/** F1 by category; a category that no scored document has, has no bar. */
export function CategoryChart({ report }: { readonly report: Report }) {
  const categories = new Set(
    sidesOf(report).flatMap((side) => Object.keys(report.sides[side]?.byCategory ?? {})),
  );
  if (categories.size === 0) return null;
  return (
    <ShareChart
      title="F1 by category"
      description="Harmonic mean of precision and recall."
      report={report}
      labels={[...categories].sort()}
      valueOf={(side, label) => report.sides[side]?.byCategory?.[label]?.f1}
    />
  );
}

/** Exact matches by field; a field without labels has no bar. */
export function FieldChart({ report }: { readonly report: Report }) {
  const fields = new Set(
    sidesOf(report).flatMap((side) =>
      Object.entries(report.sides[side]?.fieldAccuracy.byField ?? {}).flatMap(([name, share]) =>
        share === null ? [] : [name],
      ),
    ),
  );
  if (fields.size === 0) return null;
  const names = new Map([...fields].sort().map((name) => [fieldLabel(name), name]));
  return (
    <ShareChart
      title="Field accuracy by field"
      description="Exact after the normalisation of docs/report.md."
      report={report}
      labels={[...names.keys()]}
      valueOf={(side, label) =>
        report.sides[side]?.fieldAccuracy.byField[names.get(label) ?? label]
      }
    />
  );
}

function ShareChart(props: {
  readonly title: string;
  readonly description: string;
  readonly report: Report;
  readonly labels: readonly string[];
  readonly valueOf: (side: Side, label: string) => number | null | undefined;
}) {
  const { report, labels } = props;
  const series = sidesOf(report).map((side) => ({
    title: qualityTitle(side, report),
    color: SIDE_COLORS[side],
    values: new Map(
      labels.flatMap((label) => {
        const share = props.valueOf(side, label);
        return share === null || share === undefined ? [] : [[label, share] as const];
      }),
    ),
  }));
  return (
    <Container
      fitHeight
      header={
        <Header variant="h2" description={props.description}>
          {props.title}
        </Header>
      }
    >
      <BarChart
        ariaLabel={props.title}
        labels={labels}
        series={series}
        max={1}
        format={(share) => percent(share)}
        empty="Nothing was measured: the corpus has no labels."
      />
    </Container>
  );
}
