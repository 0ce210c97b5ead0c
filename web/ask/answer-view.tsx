import { Alert } from '../ui/alert.tsx';
import { Box } from '../ui/box.tsx';
import { Container } from '../ui/container.tsx';
import { Header } from '../ui/header.tsx';
import { SpaceBetween } from '../ui/space-between.tsx';
import { StatusIndicator } from '../ui/status-indicator.tsx';
import type { Answer } from '../../lambda/domain/llmops/answer/answer.ts';
import { ReaderBadge } from '../shell/reader-badge.tsx';
import { Citations } from './citations.tsx';
import { Lineage } from './lineage.tsx';
import { RecordRows } from './record-rows.tsx';

const STATUSES = {
  answered: { type: 'success', label: 'Answered' },
  'no-answer': { type: 'info', label: 'The documents do not answer this' },
  blocked: { type: 'stopped', label: 'Blocked by the guardrail' },
  interrupted: { type: 'warning', label: 'Interrupted: the answer is not whole' },
  failed: { type: 'error', label: 'Failed' },
} as const;

const FALLBACKS: Readonly<Record<Exclude<Answer['fallback'], 'none'>, string>> = {
  'other-model': 'The first model was not available; another one answered.',
  cached: 'No model was available; this is an earlier answer to the same question.',
  extractive: 'No model was available; these are words of the documents, put together by rule.',
  person: 'No automatic answer was possible; a person has to answer.',
};

export function AnswerView(props: {
  readonly answer: Answer;
  readonly names: ReadonlyMap<string, string>;
}) {
  const { answer, names } = props;
  const status = STATUSES[answer.status];
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h2"
            description={answer.question}
            actions={<ReaderBadge reader={answer.reader} />}
          >
            Answer
          </Header>
        }
      >
        <SpaceBetween size="s">
          <StatusIndicator type={status.type}>{status.label}</StatusIndicator>
          <Box fontSize="heading-m" data-testid="answer-text">
            {answer.text}
          </Box>
          {answer.fallback === 'none' ? null : (
            <Alert type="warning" header="Fallback">
              {FALLBACKS[answer.fallback]}
            </Alert>
          )}
        </SpaceBetween>
      </Container>
      {answer.records === undefined ? null : <RecordRows records={answer.records} />}
      {answer.citations.length > 0 ? (
        <Citations citations={answer.citations} names={names} />
      ) : null}
      <Lineage answer={answer} names={names} />
    </SpaceBetween>
  );
}
