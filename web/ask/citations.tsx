import { Container } from '../ui/container.tsx';
import { ExpandableSection } from '../ui/expandable-section.tsx';
import { Header } from '../ui/header.tsx';
import { Link } from '../ui/link.tsx';
import { SpaceBetween } from '../ui/space-between.tsx';
import type { Citation } from '../../lambda/domain/llmops/answer/answer.ts';
import { documentHref } from '../shell/route.ts';

/** The passages that the answer rests on; each opens its words and its place in the document. */
export function Citations(props: {
  readonly citations: readonly Citation[];
  readonly names: ReadonlyMap<string, string>;
}) {
  return (
    <Container
      header={
        <Header variant="h2" counter={`(${props.citations.length})`}>
          Citations
        </Header>
      }
    >
      <SpaceBetween size="s">
        {props.citations.map((citation, index) => (
          <ExpandableSection
            key={citation.mark}
            headerText={`[${citation.mark}] ${props.names.get(citation.documentId) ?? citation.documentId}`}
            headerDescription={`characters ${citation.range[0]}–${citation.range[1]}`}
            defaultExpanded={index === 0}
          >
            <SpaceBetween size="xs">
              <blockquote className="quote">{citation.quote}</blockquote>
              <Link href={documentHref(citation.documentId, citation.range)}>
                Show in the document
              </Link>
            </SpaceBetween>
          </ExpandableSection>
        ))}
      </SpaceBetween>
    </Container>
  );
}
