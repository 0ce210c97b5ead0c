import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { Answer, GuardrailTrigger } from '../../lambda/domain/llmops/answer.ts';
import { count, isExtractive, milliseconds, shortHash, usd } from '../format.ts';
import { documentHref } from '../shell/route.ts';

/** Which prompt, which chunks and why, which guardrails, which reader, what it cost. */
export function Lineage(props: {
  readonly answer: Answer;
  readonly names: ReadonlyMap<string, string>;
}) {
  const { answer } = props;
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">Cost and lineage</Header>}>
        <KeyValuePairs
          columns={4}
          items={[
            { label: 'Cost', value: describeCost(answer) },
            {
              label: 'Tokens',
              value: `${count(answer.usage.inputTokens)} in, ${count(answer.usage.outputTokens)} out`,
            },
            { label: 'Time', value: milliseconds(answer.durationMs) },
            {
              label: 'Reader',
              value: isExtractive(answer.reader) ? 'extractive, not an LLM' : answer.reader,
            },
            { label: 'Prompt', value: describePrompt(answer) },
            {
              label: 'Guardrail',
              value: `${answer.guardrail.id}, version ${shortHash(answer.guardrail.version)}`,
            },
            { label: 'Guardrail did', value: <Triggers triggers={answer.guardrail.triggers} /> },
            { label: 'Interaction', value: <Box variant="code">{answer.interactionId}</Box> },
          ]}
        />
      </Container>
      <RetrievedTable {...props} />
    </SpaceBetween>
  );
}

function RetrievedTable(props: {
  readonly answer: Answer;
  readonly names: ReadonlyMap<string, string>;
}) {
  const items = props.answer.retrieved.map((chunk, index) => ({ ...chunk, place: index + 1 }));
  return (
    <Table
      variant="container"
      header={
        <Header
          variant="h2"
          counter={`(${items.length})`}
          description="Ranks in the two searches that were fused; – where a search did not find it."
        >
          Retrieved chunks
        </Header>
      }
      ariaLabels={{ tableLabel: 'Retrieved chunks' }}
      items={items}
      trackBy="chunkId"
      wrapLines
      empty={<Box textAlign="center">Nothing was retrieved.</Box>}
      columnDefinitions={[
        { id: 'place', header: 'Place', cell: ({ place }) => place },
        {
          id: 'chunk',
          header: 'Chunk',
          isRowHeader: true,
          cell: ({ documentId, range }) => (
            <Link href={documentHref(documentId, range)}>
              {`${props.names.get(documentId) ?? shortHash(documentId)}, ${range[0]}–${range[1]}`}
            </Link>
          ),
        },
        { id: 'vector', header: 'Vector rank', cell: ({ vectorRank }) => vectorRank ?? '–' },
        { id: 'text', header: 'Text rank', cell: ({ textRank }) => textRank ?? '–' },
        { id: 'score', header: 'Fused score', cell: ({ score }) => score.toFixed(4) },
      ]}
    />
  );
}

function describeCost({ costUsd, reader }: Answer): string {
  if (costUsd !== null) return usd(costUsd);
  return isExtractive(reader) ? 'not measured: no model ran' : 'not measured: no known price';
}

function describePrompt({ prompt }: Answer): string {
  return prompt === null
    ? 'none was rendered'
    : `${prompt.name} v${prompt.version}, ${shortHash(prompt.hash)}`;
}

function Triggers({ triggers }: { readonly triggers: readonly GuardrailTrigger[] }) {
  if (triggers.length === 0) return <>nothing to object to</>;
  return (
    <ul className="reasons">
      {triggers.map((trigger) => (
        <li key={`${trigger.policy}-${trigger.name}-${trigger.action}`}>
          {`${trigger.policy} ${trigger.name}: ${trigger.action}${trigger.count > 1 ? `, ${trigger.count} times` : ''}`}
        </li>
      ))}
    </ul>
  );
}
