import { ContentLayout } from '../ui/content-layout.tsx';
import { Header } from '../ui/header.tsx';
import { SpaceBetween } from '../ui/space-between.tsx';
import { useEffect, useState } from 'react';
import type { Api } from '../api.ts';
import { FailureAlert } from '../shell/failure-alert.tsx';
import { May } from '../shell/may.tsx';
import { useResource } from '../shell/use-resource.ts';
import { DocumentsTable } from './documents-table.tsx';
import { Upload } from './upload.tsx';

/** After an upload the table looks again until all are done: a page takes about a second of OCR. */
const LOOK_AGAIN_MS = 1_500;
const LOOKS_AFTER_UPLOAD = 40;

/** All documents of the tenant, and the way to add one. */
export function DocumentsPage({ api }: { readonly api: Api }) {
  const [version, setVersion] = useState(0);
  const [looksLeft, setLooksLeft] = useState(0);
  const documents = useResource(`documents-${version}`, api.documents, { keep: true });
  const reload = () => setVersion((current) => current + 1);
  const loaded = documents.status === 'loaded' ? documents.value : null;
  useEffect(() => {
    if (loaded === null) return undefined;
    const unfinished = loaded.some(({ status }) => status === 'received');
    if (!unfinished || looksLeft === 0) return undefined;
    const timer = setTimeout(() => {
      setLooksLeft(looksLeft - 1);
      setVersion((current) => current + 1);
    }, LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [loaded, looksLeft]);
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description="What both sides say of every document, and whether they agree."
        >
          Documents
        </Header>
      }
    >
      <SpaceBetween size="l">
        <May use="POST /uploads">
          <Upload
            api={api}
            onReceived={() => {
              setLooksLeft(LOOKS_AFTER_UPLOAD);
              reload();
            }}
          />
        </May>
        {documents.status === 'failed' ? <FailureAlert error={documents.error} /> : null}
        <DocumentsTable
          loading={documents.status === 'loading'}
          documents={loaded ?? []}
          onReload={reload}
        />
      </SpaceBetween>
    </ContentLayout>
  );
}
