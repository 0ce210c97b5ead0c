import { Container } from '../ui/container.tsx';
import { Header } from '../ui/header.tsx';
import { KeyValuePairs } from '../ui/key-value-pairs.tsx';
import { Link } from '../ui/link.tsx';
import { SpaceBetween } from '../ui/space-between.tsx';
import type { Answer, GuardrailTrigger } from '../../lambda/domain/llmops/answer/answer.ts';
import { count, milliseconds, shortHash, usd } from '../format.ts';
import { explanationHref } from '../shell/route.ts';
import { RetrievedTable } from './retrieved-table.tsx';

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
              value: READERS[answer.reader] ?? answer.reader,
            },
            { label: 'Kind of question', value: answer.kind ?? 'not planned' },
            { label: 'Prompt', value: describePrompt(answer) },
            {
              label: 'Guardrail',
              value: `${answer.guardrail.id}, version ${shortHash(answer.guardrail.version)}`,
            },
            { label: 'Guardrail did', value: <Triggers triggers={answer.guardrail.triggers} /> },
            {
              label: 'Interaction',
              value: (
                <Link href={explanationHref(answer.interactionId)}>{answer.interactionId}</Link>
              ),
            },
          ]}
        />
      </Container>
      {answer.records === undefined ? (
        <RetrievedTable retrieved={answer.retrieved} names={props.names} />
      ) : null}
    </SpaceBetween>
  );
}

const READERS: Readonly<Record<string, string>> = {
  extractive: 'extractive, not an LLM',
  records: 'extracted fields, no LLM',
};

function describeCost({ costUsd, reader }: Answer): string {
  if (costUsd === null) return 'not measured: no price is known for the model';
  return reader in READERS ? `${usd(costUsd)}: no model ran` : usd(costUsd);
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
        <li key={`${trigger.policy}-${trigger.name}-${trigger.action}-${trigger.chunkId ?? ''}`}>
          {`${trigger.policy} ${trigger.name}: ${trigger.action}${trigger.count > 1 ? `, ${trigger.count} times` : ''}${trigger.chunkId === undefined ? '' : ` in ${trigger.chunkId}`}`}
        </li>
      ))}
    </ul>
  );
}
