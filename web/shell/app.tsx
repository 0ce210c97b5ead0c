import AppLayout from '@cloudscape-design/components/app-layout';
import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group';
import SideNavigation from '@cloudscape-design/components/side-navigation';
import { useEffect, useMemo, useState } from 'react';
import { AskPage } from '../ask/ask-page.tsx';
import { createApi, type Api, type Settings } from '../api.ts';
import { DocumentPage } from '../documents/document-page.tsx';
import { DocumentsPage } from '../documents/documents-page.tsx';
import { OverviewPage } from '../overview/overview-page.tsx';
import { openSession, type Session } from '../session/session.ts';
import { FailureAlert } from './failure-alert.tsx';
import { askHref, documentsHref, overviewHref, parseRoute, useHash, type Route } from './route.ts';
import { TopBar } from './top-bar.tsx';
import { useResource } from './use-resource.ts';

const TITLES = {
  overview: 'Overview',
  documents: 'Documents',
  document: 'Document',
  ask: 'Ask',
  missing: 'Page not found',
} as const satisfies Record<Route['page'], string>;

/** Signs in where the deployment asks for it, then shows the console. */
export function App() {
  const session = useResource('session', openSession);
  if (session.status === 'failed') return <FailureAlert error={session.error} />;
  if (session.status === 'loading') return null;
  return <Console session={session.value} />;
}

function Console({ session }: { readonly session: Session }) {
  const api = useMemo(() => createApi(session), [session]);
  const settings = useResource('settings', api.settings);
  const hash = useHash();
  const route = parseRoute(hash);
  const [navigationOpen, setNavigationOpen] = useState(() => innerWidth >= 900);
  useEffect(() => {
    document.title = `${TITLES[route.page]} · Strata`;
  }, [route.page]);
  return (
    <>
      <TopBar
        session={session}
        settings={settings.status === 'loaded' ? settings.value : undefined}
      />
      <AppLayout
        headerSelector="#top-bar"
        navigation={<Navigation route={route} />}
        navigationOpen={navigationOpen}
        onNavigationChange={({ detail }) => setNavigationOpen(detail.open)}
        toolsHide
        maxContentWidth={1600}
        breadcrumbs={route.page === 'document' ? <DocumentTrail /> : undefined}
        content={
          <Page
            route={route}
            api={api}
            settings={settings.status === 'loaded' ? settings.value : undefined}
          />
        }
      />
    </>
  );
}

function Page(props: {
  readonly route: Route;
  readonly api: Api;
  readonly settings: Settings | undefined;
}) {
  const { route, api, settings } = props;
  switch (route.page) {
    case 'overview':
      return <OverviewPage api={api} />;
    case 'documents':
      return <DocumentsPage api={api} />;
    case 'document':
      return <DocumentPage key={route.id} api={api} id={route.id} at={route.at} />;
    case 'ask':
      return <AskPage api={api} documentId={route.documentId} reader={settings?.reader} />;
    case 'missing':
      break;
  }
  return <FailureAlert error={new Error(`there is no page “${route.path}” in this console`)} />;
}

function Navigation({ route }: { readonly route: Route }) {
  const active =
    route.page === 'ask' ? askHref() : route.page === 'overview' ? overviewHref : documentsHref;
  return (
    <SideNavigation
      header={{ href: overviewHref, text: 'Strata' }}
      activeHref={active}
      items={[
        { type: 'link', text: TITLES.overview, href: overviewHref },
        { type: 'link', text: TITLES.documents, href: documentsHref },
        { type: 'link', text: TITLES.ask, href: askHref() },
      ]}
    />
  );
}

function DocumentTrail() {
  return (
    <BreadcrumbGroup
      items={[
        { text: TITLES.documents, href: documentsHref },
        { text: TITLES.document, href: '' },
      ]}
    />
  );
}
