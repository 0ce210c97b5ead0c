import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Api } from '../api.ts';
import { FailureAlert } from '../shell/failure-alert.tsx';
import { useResource } from '../shell/use-resource.ts';
import { DocumentsTable } from './documents-table.tsx';
import { Upload } from './upload.tsx';

/** All documents of the tenant, and the way to add one. */
export function DocumentsPage({ api }: { readonly api: Api }) {
  const [version, setVersion] = useState(0);
  const documents = useResource(`documents-${version}`, api.documents);
  const reload = () => setVersion((current) => current + 1);
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
        <Upload api={api} onReceived={reload} />
        {documents.status === 'failed' ? <FailureAlert error={documents.error} /> : null}
        <DocumentsTable
          loading={documents.status === 'loading'}
          documents={documents.status === 'loaded' ? documents.value : []}
          onReload={reload}
        />
      </SpaceBetween>
    </ContentLayout>
  );
}
