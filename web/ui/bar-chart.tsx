import type { CSSProperties } from 'react';

export interface BarSeries {
  readonly title: string;
  /** Any CSS colour. */
  readonly color: string;
  /** Labels that have no value have no bar. */
  readonly values: ReadonlyMap<string, number>;
}

/** Bars beside their numbers, grouped by label: a table to whoever does not see it. */
export function BarChart(props: {
  readonly ariaLabel: string;
  readonly labels: readonly string[];
  readonly series: readonly BarSeries[];
  /** What fills the width. @default the largest value */
  readonly max?: number;
  readonly format: (value: number) => string;
  /** Shown where no series has a value. */
  readonly empty: string;
}) {
  const { labels, series } = props;
  const max = props.max ?? Math.max(0, ...series.flatMap(({ values }) => [...values.values()]));
  if (series.every(({ values }) => values.size === 0)) {
    return <p className="ui-empty">{props.empty}</p>;
  }
  return (
    <div>
      <ul className="ui-chart-legend" aria-hidden="true">
        {series.map(({ title, color }) => (
          <li key={title} style={{ '--series': color }}>
            {title}
          </li>
        ))}
      </ul>
      <table className="ui-chart" aria-label={props.ariaLabel}>
        <thead className="ui-hidden">
          <tr>
            <th scope="col">What</th>
            {series.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {labels.map((label) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {series.map(({ title, color, values }) => (
                <td key={title} style={barStyle(values.get(label), max, color)}>
                  <Bar value={values.get(label)} format={props.format} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Bar(props: {
  readonly value: number | undefined;
  readonly format: (value: number) => string;
}) {
  if (props.value === undefined) return <span className="ui-bar-value">–</span>;
  return (
    <>
      <span className="ui-bar" />
      <span className="ui-bar-value">{props.format(props.value)}</span>
    </>
  );
}

function barStyle(value: number | undefined, max: number, color: string): CSSProperties {
  return { '--share': max === 0 ? 0 : (value ?? 0) / max, '--series': color };
}
