import BarChart from '@cloudscape-design/components/bar-chart';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
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
          series={measured.map((side) => ({
            type: 'bar' as const,
            title: sideTitle(side, report),
            color: SIDE_COLORS[side],
            valueFormatter: milliseconds,
            data: PERCENTILES.flatMap(([x, name]): { x: string; y: number }[] => {
              const y = report.sides[side]?.latencyMs[name] ?? null;
              return y === null ? [] : [{ x, y }];
            }),
          }))}
          xDomain={PERCENTILES.map(([x]) => x)}
          height={220}
          hideFilter
          ariaLabel="Latency"
          i18nStrings={{ yTickFormatter: milliseconds }}
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
