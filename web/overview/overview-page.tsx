import { ContentLayout } from '../ui/content-layout.tsx';
import { Header } from '../ui/header.tsx';
import { SpaceBetween } from '../ui/space-between.tsx';
import type { Api } from '../api.ts';
import { FailureAlert } from '../shell/failure-alert.tsx';
import { ReaderBadge } from '../shell/reader-badge.tsx';
import { useResource } from '../shell/use-resource.ts';
import { ReportView } from './report-view.tsx';

/** What the two sides did with the same documents, and what the product is made of. */
export function OverviewPage({ api }: { readonly api: Api }) {
  const overview = useResource('overview', api.overview);
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description="Two architectures read the same documents: classical machine learning and a language model."
          info={
            overview.status === 'loaded' ? (
              <ReaderBadge reader={overview.value.report.reader} />
            ) : undefined
          }
        >
          Overview
        </Header>
      }
    >
      <SpaceBetween size="l">
        {overview.status === 'failed' ? <FailureAlert error={overview.error} /> : null}
        {overview.status === 'loaded' ? <ReportView overview={overview.value} /> : null}
      </SpaceBetween>
    </ContentLayout>
  );
}
