import { Box } from '../ui/box.tsx';
import { Container } from '../ui/container.tsx';
import { KeyValuePairs } from '../ui/key-value-pairs.tsx';
import type { DocumentRecord } from '../../lambda/domain/document/document.ts';
import { count, percent } from '../format.ts';
import { SideName } from '../shell/side-name.tsx';
import { Agreement, DocumentStatus } from './document-status.tsx';

/** What was decided, and what the document is. */
export function Facts({ record }: { readonly record: DocumentRecord }) {
  const { description, decision, comparison } = record;
  return (
    <Container>
      <KeyValuePairs
        columns={4}
        items={[
          { label: 'Status', value: <DocumentStatus status={record.status} /> },
          {
            label: 'Primary side',
            value: decision?.primary ? <SideName side={decision.primary} /> : '–',
          },
          {
            label: 'Agreement',
            value: comparison === undefined ? '–' : <Agreement same={comparison.sameCategory} />,
          },
          {
            label: 'Read as',
            value: `${record.mediaType ?? 'unknown type'}${record.method === 'ocr' ? ', by OCR' : ''}`,
          },
          {
            label: 'Size',
            value: description
              ? `${count(description.pages)} ${description.pages === 1 ? 'page' : 'pages'}, ${count(description.words)} words`
              : '–',
          },
          {
            label: 'Language, text quality',
            value: description
              ? `${description.language}, ${percent(description.quality, 0)}`
              : '–',
          },
          {
            label: 'Document id',
            value: <Box variant="code">{record.documentId}</Box>,
          },
        ]}
      />
    </Container>
  );
}
