import type { ExplainedQuestion } from '../../lambda/domain/governance/explain/explanation.ts';
import type { Api } from '../api.ts';
import { fieldLabel } from '../format.ts';
import { FailureAlert } from '../shell/failure-alert.tsx';
import { documentHref } from '../shell/route.ts';
import { useResource } from '../shell/use-resource.ts';
import { Box } from '../ui/box.tsx';
import { Container } from '../ui/container.tsx';
import { ContentLayout } from '../ui/content-layout.tsx';
import { Header } from '../ui/header.tsx';
import { KeyValuePairs } from '../ui/key-value-pairs.tsx';
import { Link } from '../ui/link.tsx';
import { SpaceBetween } from '../ui/space-between.tsx';
import { StatusIndicator } from '../ui/status-indicator.tsx';

const STATUSES = {
  answered: { type: 'success', label: 'On record' },
  none: { type: 'info', label: 'Nothing to say' },
  missing: { type: 'warning', label: 'Not on record' },
} as const;

/** The five questions of a past answer or a document, each with its evidence. */
export function ExplanationPage({ api, id }: { readonly api: Api; readonly id: string }) {
  const loaded = useResource(`explanation-${id}`, () => api.explanation(id));
  if (loaded.status === 'failed') return <FailureAlert error={loaded.error} />;
  if (loaded.status === 'loading') return null;
  const { kind, subject, at, by, outcome, questions } = loaded.value;
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={`${at}${by === null ? '' : `, asked by ${by}`}`}>
          {subject}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <Container header={<Header variant="h2">Outcome</Header>}>
          <SpaceBetween size="s">
            <KeyValuePairs
              columns={3}
              items={[
                { label: 'Id', value: <Box variant="code">{id}</Box> },
                ...outcome.map(({ name, value }) => ({ label: fieldLabel(name), value })),
              ]}
            />
            {kind === 'document' ? <Link href={documentHref(id)}>Open the document</Link> : null}
          </SpaceBetween>
        </Container>
        {questions.map((question) => (
          <Question key={question.question} explained={question} />
        ))}
      </SpaceBetween>
    </ContentLayout>
  );
}

function Question({ explained }: { readonly explained: ExplainedQuestion }) {
  const { question, status, said, evidence } = explained;
  return (
    <Container header={<Header variant="h2">{question}</Header>}>
      <SpaceBetween size="s">
        <StatusIndicator type={STATUSES[status].type}>{STATUSES[status].label}</StatusIndicator>
        <Box>{said}</Box>
        {evidence.length === 0 ? null : (
          <ul className="reasons">
            {evidence.map(({ name, value }) => (
              <li key={`${name} ${value}`}>
                <strong>{name}</strong> {value}
              </li>
            ))}
          </ul>
        )}
      </SpaceBetween>
    </Container>
  );
}
