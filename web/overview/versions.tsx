import { Container } from '../ui/container.tsx';
import { Header } from '../ui/header.tsx';
import { KeyValuePairs } from '../ui/key-value-pairs.tsx';
import type { Report } from '../../lambda/domain/compare/report-schema.ts';
import { shortHash } from '../format.ts';
import { Measured } from './not-measured.tsx';

/** Everything that the figures depend on, by version or content hash. */
export function Versions({ report }: { readonly report: Report }) {
  const { versions } = report;
  const version = (label: string, path: string, value: string | null) => ({
    label,
    value: <Measured report={report} path={`versions.${path}`} value={value} show={shortHash} />,
  });
  const guardrail =
    versions.guardrail === null
      ? null
      : `${versions.guardrail.id}, ${shortHash(versions.guardrail.version)}`;
  return (
    <Container header={<Header variant="h2">Versions</Header>}>
      <KeyValuePairs
        columns={4}
        items={[
          version('Commit', 'commit', versions.commit),
          version('Corpus', 'corpus', versions.corpus),
          version('Training corpus', 'trainingCorpus', versions.trainingCorpus),
          version('Model', 'model', versions.model),
          version('Release', 'release', versions.release),
          version('Configuration', 'configuration', versions.configuration),
          {
            label: 'Guardrail',
            value: (
              <Measured report={report} path="versions.guardrail" value={guardrail} show={String} />
            ),
          },
          ...Object.entries(versions.prompts).map(([name, hash]) => ({
            label: `Prompt ${name}`,
            value: shortHash(hash),
          })),
        ]}
      />
    </Container>
  );
}
