import { ContentLayout } from '../ui/content-layout.tsx';
import { Header } from '../ui/header.tsx';
import { SpaceBetween } from '../ui/space-between.tsx';
import { Alert } from '../ui/alert.tsx';
import type { Api, Settings } from '../api.ts';
import { FailureAlert } from '../shell/failure-alert.tsx';
import { ReaderBadge } from '../shell/reader-badge.tsx';
import { useResource } from '../shell/use-resource.ts';
import { PrimarySide } from './primary-side.tsx';
import { ReportView } from './report-view.tsx';

/** What the two sides did with the same documents, and what the product is made of. */
export function OverviewPage(props: {
  readonly api: Api;
  readonly settings: Settings | undefined;
}) {
  const { api, settings } = props;
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
        {overview.status === 'loaded' && overview.value.report.documents === 0 ? (
          <Alert type="warning" header="No document was read yet">
            Upload some on the page Documents, or run npx strata run on a folder of them.
          </Alert>
        ) : null}
        {settings === undefined ? null : <PrimarySide api={api} settings={settings} />}
        {overview.status === 'loaded' ? <ReportView overview={overview.value} /> : null}
      </SpaceBetween>
    </ContentLayout>
  );
}
