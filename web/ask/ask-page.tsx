import { Box } from '../ui/box.tsx';
import { Button } from '../ui/button.tsx';
import { Container } from '../ui/container.tsx';
import { ContentLayout } from '../ui/content-layout.tsx';
import { FormField } from '../ui/form-field.tsx';
import { Header } from '../ui/header.tsx';
import { SpaceBetween } from '../ui/space-between.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useState } from 'react';
import type { Answer } from '../../lambda/domain/llmops/answer/answer.ts';
import type { Api } from '../api.ts';
import { ReaderBadge } from '../shell/reader-badge.tsx';
import { toError, useResource } from '../shell/use-resource.ts';
import { AnswerProgress, stageLabel } from './answer-progress.tsx';
import { AnswerView } from './answer-view.tsx';
import { AskFailure } from './ask-failure.tsx';
import { DocumentFilter } from './document-filter.tsx';

type Asked =
  | { readonly status: 'idle' }
  | { readonly status: 'waiting'; readonly step: string | null; readonly text: string }
  | { readonly status: 'answered'; readonly answer: Answer }
  | { readonly status: 'failed'; readonly error: Error };

/** A question, optionally of one document; the answer with its evidence, cost and lineage. */
export function AskPage(props: {
  readonly api: Api;
  readonly documentId: string | null;
  readonly reader: string | undefined;
}) {
  const { api } = props;
  const documents = useResource('ask-documents', api.documents);
  const [question, setQuestion] = useState('');
  const [documentId, setDocumentId] = useState(props.documentId);
  /** The question before, which `and those above 5,000?` goes on from. */
  const [last, setLast] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked>({ status: 'idle' });
  const ask = async () => {
    if (question.trim() === '' || asked.status === 'waiting') return;
    setAsked({ status: 'waiting', step: null, text: '' });
    const request = {
      question,
      ...(documentId === null ? {} : { documentId }),
      ...(last === null ? {} : { follows: last }),
    };
    const watch = {
      onStep: (step: string) => setAsked((now) => ({ ...waiting(now), step })),
      onText: (text: string) =>
        setAsked((now) => ({ ...waiting(now), text: waiting(now).text + text })),
    };
    await api.ask(request, watch).then(
      (answer) => {
        setLast(answer.interactionId);
        setAsked({ status: 'answered', answer });
      },
      (reason: unknown) => setAsked({ status: 'failed', error: toError(reason) }),
    );
  };
  const names = new Map(
    documents.status === 'loaded'
      ? documents.value.map(({ documentId: id, name }) => [id, name] as const)
      : [],
  );
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description="Answers come from the documents only, each with the passages it rests on."
          info={props.reader === undefined ? undefined : <ReaderBadge reader={props.reader} />}
        >
          Ask
        </Header>
      }
    >
      <SpaceBetween size="l">
        <Container>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void ask();
            }}
          >
            <SpaceBetween size="m">
              <FormField label="Question">
                <TextField
                  value={question}
                  onChange={setQuestion}
                  placeholder="Which law governs the agreement with …?"
                />
              </FormField>
              <DocumentFilter names={names} selected={documentId} onSelect={setDocumentId} />
              <Button variant="primary" loading={asked.status === 'waiting'} type="submit">
                Ask
              </Button>
            </SpaceBetween>
          </form>
          <div className="ui-hidden" aria-live="polite">
            {announce(asked)}
          </div>
        </Container>
        {asked.status === 'waiting' ? (
          <Container>
            <SpaceBetween size="s">
              <AnswerProgress step={asked.step} />
              {asked.text === '' ? null : (
                <Box fontSize="heading-m" data-testid="answer-so-far">
                  {asked.text}
                </Box>
              )}
            </SpaceBetween>
          </Container>
        ) : null}
        {asked.status === 'failed' ? (
          <AskFailure error={asked.error} onRetry={() => void ask()} />
        ) : null}
        {asked.status === 'answered' ? <AnswerView answer={asked.answer} names={names} /> : null}
      </SpaceBetween>
    </ContentLayout>
  );
}

function waiting(asked: Asked): Extract<Asked, { readonly status: 'waiting' }> {
  return asked.status === 'waiting' ? asked : { status: 'waiting', step: null, text: '' };
}

/** Read out when an answer arrives; the answer itself stands below. */
function announce(asked: Asked): string {
  if (asked.status === 'waiting') return stageLabel(asked.step);
  return asked.status === 'answered' ? 'The answer is below.' : '';
}
