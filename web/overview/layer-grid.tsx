import { Container } from '../ui/container.tsx';
import { Header } from '../ui/header.tsx';
import { SideName } from '../shell/side-name.tsx';

interface Layer {
  readonly name: string;
  readonly shared?: string;
  readonly mlops: string;
  readonly llmops: string;
}

/** Top to bottom; a layer uses only layers below it. The same grid as the folders under `lib/`. */
const LAYERS: readonly Layer[] = [
  {
    name: 'Application',
    shared: 'API, console, dashboards',
    mlops: 'Classify, extract, review',
    llmops: 'Ask, search, cite',
  },
  {
    name: 'Orchestration',
    shared: 'Document flow: both sides in parallel',
    mlops: 'Training pipeline, retraining',
    llmops: 'Answer flow',
  },
  {
    name: 'Governance',
    shared: 'Audit log, cost controls',
    mlops: 'Model registry, approvals',
    llmops: 'Guardrail, prompt registry, quotas',
  },
  { name: 'Model', mlops: 'XGBoost', llmops: 'Claude and Titan on Bedrock' },
  {
    name: 'Data',
    shared: 'Documents, records, Textract',
    mlops: 'Feature store, data sets',
    llmops: 'Chunks, vectors',
  },
  { name: 'Infrastructure', shared: 'Keys, identity, logs, alarms', mlops: '', llmops: '' },
];

/** Six layers, two sides, and what both share. */
export function LayerGrid() {
  return (
    <Container
      header={
        <Header variant="h2" description="Each layer uses only the layers below it.">
          Six layers, two sides
        </Header>
      }
    >
      <div className="layers-scroll" tabIndex={0} role="region" aria-label="Layers and sides">
        <table className="layers">
          <thead>
            <tr>
              <th scope="col">Layer</th>
              <th scope="col">
                <SideName side="mlops" />
              </th>
              <th scope="col">Both</th>
              <th scope="col">
                <SideName side="llmops" />
              </th>
            </tr>
          </thead>
          <tbody>
            {LAYERS.map((layer) => (
              <tr key={layer.name}>
                <th scope="row">{layer.name}</th>
                <td className="layer-mlops">{layer.mlops}</td>
                <td className="layer-shared">{layer.shared}</td>
                <td className="layer-llmops">{layer.llmops}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Container>
  );
}
