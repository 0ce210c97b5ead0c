import { Box } from '../ui/box.tsx';
import { Header } from '../ui/header.tsx';
import { SpaceBetween } from '../ui/space-between.tsx';
import { ReaderBadge } from '../shell/reader-badge.tsx';
import type { Overview } from './overview.ts';
import { RejectedTable } from './rejected-table.tsx';
import { ReportView } from './report-view.tsx';
import { Versions } from './versions.tsx';

/** The report as a page of its own. */
export function ReportPage({ overview }: { readonly overview: Overview }) {
  return (
    <main className="report">
      <Box padding="l">
        <SpaceBetween size="l">
          <Header variant="h1" info={<ReaderBadge reader={overview.report.reader} />}>
            Strata report
          </Header>
          <ReportView overview={overview} unfolded />
          <RejectedTable rejected={overview.report.rejected} />
          <Versions report={overview.report} />
        </SpaceBetween>
      </Box>
    </main>
  );
}
