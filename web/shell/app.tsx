import { useEffect, useMemo } from 'react';
import { AskPage } from '../ask/ask-page.tsx';
import { createApi, type Api, type Settings } from '../api.ts';
import { DocumentPage } from '../documents/document-page.tsx';
import { DocumentsPage } from '../documents/documents-page.tsx';
import { OverviewPage } from '../overview/overview-page.tsx';
import { ExplanationPage } from '../records/explanation-page.tsx';
import { RecordsPage } from '../records/records-page.tsx';
import { Link } from '../ui/link.tsx';
import { openSession, type Session } from '../session/session.ts';
import { FailureAlert } from './failure-alert.tsx';
import { May, MayContext } from './may.tsx';
import {
  askHref,
  documentsHref,
  overviewHref,
  parseRoute,
  recordsHref,
  type Route,
  useHash,
} from './route.ts';
import { TopBar } from './top-bar.tsx';
import { useResource } from './use-resource.ts';

const TITLES = {
  overview: 'Overview',
  documents: 'Documents',
  document: 'Document',
  ask: 'Ask',
  records: 'Records',
  explanation: 'Explanation',
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
  useEffect(() => {
    document.title = `${TITLES[route.page]} · Strata`;
  }, [route.page]);
  const loaded = settings.status === 'loaded' ? settings.value : undefined;
  return (
    <MayContext value={loaded?.may ?? []}>
      <TopBar session={session} settings={loaded} />
      <div className="app">
        <Navigation route={route} />
        <main>
          {route.page === 'document' ? <DocumentTrail /> : null}
          <Page route={route} api={api} settings={loaded} />
        </main>
      </div>
    </MayContext>
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
      return <OverviewPage api={api} settings={settings} />;
    case 'documents':
      return <DocumentsPage api={api} />;
    case 'document':
      return <DocumentPage key={route.id} api={api} id={route.id} at={route.at} />;
    case 'ask':
      return <AskPage api={api} documentId={route.documentId} reader={settings?.reader} />;
    case 'records':
      return <RecordsPage api={api} />;
    case 'explanation':
      return <ExplanationPage key={route.id} api={api} id={route.id} />;
    case 'missing':
      break;
  }
  return <FailureAlert error={new Error(`there is no page “${route.path}” in this console`)} />;
}

/** The entry of the navigation that each page belongs to. */
const PLACES: Readonly<Record<Route['page'], string>> = {
  overview: overviewHref,
  documents: documentsHref,
  document: documentsHref,
  ask: askHref(),
  records: recordsHref,
  explanation: recordsHref,
  missing: documentsHref,
};

function Navigation({ route }: { readonly route: Route }) {
  const active = PLACES[route.page];
  const places = [
    [TITLES.overview, overviewHref, 'GET /overview'],
    [TITLES.documents, documentsHref, 'GET /documents'],
    [TITLES.ask, askHref(), 'POST /ask/stream'],
    [TITLES.records, recordsHref, 'GET /interactions'],
  ] as const;
  return (
    <nav className="app-navigation" aria-label="Pages of the console">
      <ul>
        {places.map(([title, href, use]) => (
          <May key={href} use={use}>
            <li>
              <a href={href} aria-current={href === active ? 'page' : undefined}>
                {title}
              </a>
            </li>
          </May>
        ))}
      </ul>
    </nav>
  );
}

function DocumentTrail() {
  return (
    <nav className="trail" aria-label="Where this page stands">
      <Link href={documentsHref}>{TITLES.documents}</Link> › {TITLES.document}
    </nav>
  );
}
