import { Container } from '../ui/container.tsx';
import { Header } from '../ui/header.tsx';
import type { Report } from '../../lambda/domain/compare/report-schema.ts';
import type { Side } from '../../lambda/domain/document/document.ts';
import { percent } from '../format.ts';
import { sideTitle } from './overview.ts';

type Confusion = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Rows are the labels, columns what the side said; the diagonal is right. */
export function ConfusionMatrix(props: { readonly report: Report; readonly side: Side }) {
  const { report, side } = props;
  const confusion: Confusion | null | undefined = report.sides[side]?.confusion;
  if (!confusion) return null;
  const said = Object.values(confusion).flatMap((row) => Object.keys(row));
  const labels = Object.keys(confusion).sort();
  const categories = [...new Set([...labels, ...said])].sort();
  return (
    <Container
      header={
        <Header variant="h2" description="Rows: the label. Columns: what the side said.">
          {`Confusion: ${sideTitle(side, report)}`}
        </Header>
      }
    >
      <div
        className="confusion-scroll"
        tabIndex={0}
        role="region"
        aria-label={`Confusion matrix of ${sideTitle(side, report)}`}
      >
        <table className="confusion">
          <thead>
            <tr>
              <td />
              {categories.map((category) => (
                <th key={category} scope="col">
                  <span>{category}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {labels.map((category) => (
              <MatrixRow
                key={category}
                label={category}
                row={confusion[category] ?? {}}
                said={categories}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Container>
  );
}

function MatrixRow(props: {
  readonly label: string;
  readonly row: Readonly<Record<string, number>>;
  readonly said: readonly string[];
}) {
  const total = Object.values(props.row).reduce((sum, value) => sum + value, 0);
  return (
    <tr>
      <th scope="row">{props.label}</th>
      {props.said.map((category) => {
        const value = props.row[category] ?? 0;
        const share = total === 0 ? 0 : value / total;
        return (
          <td
            key={category}
            className={category === props.label ? 'confusion-right' : 'confusion-wrong'}
            style={{ '--share': share }}
            title={`${props.label} called ${category}: ${value} of ${total}, ${percent(share)}`}
          >
            {value === 0 ? '' : value}
          </td>
        );
      })}
    </tr>
  );
}
