import { Alert } from '../ui/alert.tsx';
import { Box } from '../ui/box.tsx';
import { Container } from '../ui/container.tsx';
import { Header } from '../ui/header.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { SpaceBetween } from '../ui/space-between.tsx';
import type { Classification, Side, SideResult } from '../../lambda/domain/document/document.ts';
import { count, isExtractive, milliseconds } from '../format.ts';
import { ReaderBadge } from '../shell/reader-badge.tsx';
import { SideName } from '../shell/side-name.tsx';

/** What one side says of the document; a side that failed says why. */
export function SidePanel({ result }: { readonly result: SideResult }) {
  return (
    <Container
      fitHeight
      header={
        <Header variant="h2" actions={<Reader result={result} />}>
          <SideName side={result.side} />
        </Header>
      }
    >
      <Content result={result} />
    </Container>
  );
}

function Content({ result }: { readonly result: SideResult }) {
  if (result.status === 'skipped') return <>This side was left out of the run.</>;
  if (result.status === 'failed') {
    return (
      <Alert type="error" header={result.error.name}>
        {result.error.message}
      </Alert>
    );
  }
  const { classification } = result;
  return (
    <SpaceBetween size="m">
      <div>
        <Box variant="key-label">Category</Box>
        <Box fontSize="heading-l" fontWeight="bold">
          {classification.category}
        </Box>
      </div>
      <Alternatives side={result.side} classification={classification} />
      <Box color="text-body-secondary" fontSize="body-s">
        {describeMaking(classification)} · {milliseconds(result.durationMs)} in all its steps
      </Box>
    </SpaceBetween>
  );
}

/** The best three, as bars with their numbers. */
function Alternatives(props: { readonly side: Side; readonly classification: Classification }) {
  const { classification } = props;
  const shown =
    classification.alternatives.length > 0 ? classification.alternatives : [classification];
  return (
    <SpaceBetween size="xs">
      <Box variant="key-label">{confidenceLabel(props.side, classification.model)}</Box>
      {shown.map(({ category, confidence }) => (
        <ProgressBar key={category} value={confidence * 100} label={category} />
      ))}
    </SpaceBetween>
  );
}

/** Only the classical side fits its confidence to held-out documents. */
function confidenceLabel(side: Side, model: string): string {
  if (side === 'mlops') return 'Confidence, calibrated on held-out documents';
  return isExtractive(model)
    ? 'Confidence by rule, not calibrated'
    : 'Confidence as the model states it, not calibrated';
}

function Reader({ result }: { readonly result: SideResult }) {
  if (result.side !== 'llmops' || result.status !== 'done') return null;
  return <ReaderBadge reader={result.classification.model} />;
}

function describeMaking({ model, prompt, usage }: Classification): string {
  const parts = [`model ${model}`];
  if (prompt) parts.push(`prompt ${prompt.name} v${prompt.version}`);
  if (usage) {
    parts.push(`${count(usage.inputTokens)} tokens in, ${count(usage.outputTokens)} out`);
  }
  return parts.join(' · ');
}
