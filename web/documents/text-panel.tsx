import { Box } from '../ui/box.tsx';
import { Container } from '../ui/container.tsx';
import { Header } from '../ui/header.tsx';
import { useEffect, useMemo, useRef } from 'react';
import type { DocumentRecord } from '../../lambda/domain/document/document.ts';
import type { CharacterRange } from '../../lambda/domain/text/character-range.ts';
import type { Api } from '../api.ts';
import { fieldLabel } from '../format.ts';
import { FailureAlert } from '../shell/failure-alert.tsx';
import { SIDE_NAMES, SideName } from '../shell/side-name.tsx';
import { useResource } from '../shell/use-resource.ts';
import { marksOf, segmentText, type Mark, type Segment } from './marked-segments.ts';

/** The text with the fields of both sides marked: solid line MLOps, dashed line LLMOps. */
export function TextPanel(props: {
  readonly api: Api;
  readonly record: DocumentRecord;
  readonly selected: CharacterRange | null;
}) {
  const { api, record, selected } = props;
  const text = useResource(`text-${record.documentId}`, () => api.text(record.documentId));
  return (
    <Container
      header={
        <Header variant="h2" description={<Legend />}>
          Text
        </Header>
      }
    >
      {text.status === 'failed' ? <FailureAlert error={text.error} /> : null}
      {text.status === 'loading' ? <Box>Loading the text</Box> : null}
      {text.status === 'loaded' ? (
        <MarkedText text={text.value.text} record={record} selected={selected} />
      ) : null}
    </Container>
  );
}

function MarkedText(props: {
  readonly text: string;
  readonly record: DocumentRecord;
  readonly selected: CharacterRange | null;
}) {
  const { text, record, selected } = props;
  const region = useRef<HTMLDivElement>(null);
  const segments = useMemo(
    () => segmentText(text, marksOf(record), selected),
    [text, record, selected],
  );
  useEffect(() => {
    if (selected === null) return;
    region.current
      ?.querySelector('[data-selected]')
      ?.scrollIntoView({ block: 'center', behavior: 'auto' });
    region.current?.focus({ preventScroll: true });
  }, [selected]);
  return (
    <div ref={region} className="marked-text" tabIndex={0} role="region" aria-label="Document text">
      {segments.map((segment) => (
        <SegmentText key={segment.range[0]} segment={segment} />
      ))}
    </div>
  );
}

function SegmentText({ segment }: { readonly segment: Segment }) {
  if (segment.marks.length === 0 && !segment.selected) return <>{segment.text}</>;
  const sides = new Set(segment.marks.map(({ side }) => side));
  const classes = [...sides].map((side) => `marked-${side}`).join(' ');
  return (
    <mark
      className={classes}
      title={segment.marks.map(describe).join('; ')}
      {...(segment.selected ? { 'data-selected': true } : {})}
    >
      {segment.text}
    </mark>
  );
}

function describe({ side, field }: Mark): string {
  return `${SIDE_NAMES[side]}: ${fieldLabel(field)}`;
}

/** Spans only: it stands inside the header's paragraph. */
function Legend() {
  return (
    <span className="legend">
      <SideName side="mlops" />
      <SideName side="llmops" />
      <span>A marked value shows its field when pointed at.</span>
    </span>
  );
}
