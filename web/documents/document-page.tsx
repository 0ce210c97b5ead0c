import { Alert } from '../ui/alert.tsx';
import { Box } from '../ui/box.tsx';
import { Button } from '../ui/button.tsx';
import { ContentLayout } from '../ui/content-layout.tsx';
import { Header } from '../ui/header.tsx';
import { SpaceBetween } from '../ui/space-between.tsx';
import { useState } from 'react';
import type { DocumentRecord } from '../../lambda/domain/document/document.ts';
import type { CharacterRange } from '../../lambda/domain/text/character-range.ts';
import type { Api } from '../api.ts';
import { FailureAlert } from '../shell/failure-alert.tsx';
import { May } from '../shell/may.tsx';
import { askHref, explanationHref } from '../shell/route.ts';
import { useResource } from '../shell/use-resource.ts';
import { ComplianceTable } from './compliance-table.tsx';
import { Erase } from './erase.tsx';
import { Facts } from './facts.tsx';
import { FieldsTable } from './fields-table.tsx';
import { LabelForm } from './label-form.tsx';
import { ReviewReasons } from './review-reasons.tsx';
import { RunAgain } from './run-again.tsx';
import { SidePanel } from './side-panel.tsx';
import { TextPanel } from './text-panel.tsx';

/** One document: decision, both results side by side, its text with the fields marked. */
export function DocumentPage(props: {
  readonly api: Api;
  readonly id: string;
  readonly at: CharacterRange | null;
}) {
  const { api, id } = props;
  const [round, setRound] = useState(0);
  const record = useResource(`document-${id}-${round}`, () => api.document(id), { keep: true });
  if (record.status === 'failed') return <FailureAlert error={record.error} />;
  if (record.status === 'loading') {
    return (
      <Box textAlign="center" padding="xxl">
        <span className="ui-spinner" aria-hidden="true" /> Loading the document
      </Box>
    );
  }
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={record.value.description?.title}
          actions={
            <>
              <Button href={explanationHref(id)}>Explain the results</Button>
              <May use="POST /ask/stream">
                <Button href={askHref(id)}>Ask about this document</Button>
              </May>
            </>
          }
        >
          {record.value.name}
        </Header>
      }
    >
      <DocumentDetails
        api={api}
        record={record.value}
        at={props.at}
        onChanged={() => setRound(round + 1)}
      />
      <May use="DELETE /documents/:id">
        <Erase api={api} id={id} />
      </May>
    </ContentLayout>
  );
}

function DocumentDetails(props: {
  readonly api: Api;
  readonly record: DocumentRecord;
  readonly at: CharacterRange | null;
  readonly onChanged: () => void;
}) {
  const { record, api, onChanged } = props;
  const [selected, setSelected] = useState<CharacterRange | null>(props.at);
  return (
    <SpaceBetween size="l">
      {record.refusal === undefined ? null : (
        <Alert type="error" header={`Refused: ${record.refusal.code}`}>
          {record.refusal.message}
        </Alert>
      )}
      <RunAgain api={api} record={record} onStarted={onChanged} />
      <ReviewReasons record={record} />
      <Facts record={record} />
      {record.results === undefined ? null : (
        <div className="two-columns">
          <SidePanel result={record.results.mlops} />
          <SidePanel result={record.results.llmops} />
        </div>
      )}
      {record.results === undefined ? null : <FieldsTable record={record} onSelect={setSelected} />}
      {record.compliance === undefined ? null : <ComplianceTable findings={record.compliance} />}
      {record.results === undefined ? null : (
        <May use="PUT /documents/:id/label">
          <LabelForm api={api} record={record} onSaved={onChanged} />
        </May>
      )}
      {record.status === 'refused' ? null : (
        <TextPanel api={props.api} record={record} selected={selected} />
      )}
    </SpaceBetween>
  );
}
