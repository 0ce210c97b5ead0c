import { BarChart } from '../ui/bar-chart.tsx';
import { Container } from '../ui/container.tsx';
import { Header } from '../ui/header.tsx';
import { SpaceBetween } from '../ui/space-between.tsx';
import type { Report } from '../../lambda/domain/compare/report-schema.ts';
import { milliseconds } from '../format.ts';
import { SIDE_COLORS } from '../shell/side-name.tsx';
import { Measured } from './not-measured.tsx';
import { sideTitle, sidesOf } from './overview.ts';

const PERCENTILES = [
  ['Median', 'p50'],
  ['95th percentile', 'p95'],
] as const;

/** Time a document takes on each side; null where what ran is not what would run on AWS. */
export function LatencyChart({ report }: { readonly report: Report }) {
  const measured = sidesOf(report).filter((side) => report.sides[side]?.latencyMs.p50 !== null);
  const missing = sidesOf(report).filter((side) => !measured.includes(side));
  return (
    <Container
      fitHeight
      header={
        <Header variant="h2" description="Time a document takes on this machine.">
          Latency
        </Header>
      }
    >
      <SpaceBetween size="s">
        <BarChart
          ariaLabel="Latency"
          labels={PERCENTILES.map(([label]) => label)}
          series={measured.map((side) => ({
            title: sideTitle(side, report),
            color: SIDE_COLORS[side],
            values: new Map(
              PERCENTILES.flatMap(([label, name]) => {
                const ms = report.sides[side]?.latencyMs[name] ?? null;
                return ms === null ? [] : [[label, ms] as const];
              }),
            ),
          }))}
          format={milliseconds}
          empty="Neither side was measured."
        />
        {missing.map((side) => (
          <div key={side}>
            {sideTitle(side, report)}:{' '}
            <Measured
              report={report}
              path={`sides.${side}.latencyMs.p50`}
              value={null}
              show={String}
            />
          </div>
        ))}
      </SpaceBetween>
    </Container>
  );
}
