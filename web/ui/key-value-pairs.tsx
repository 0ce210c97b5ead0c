import type { ReactNode } from 'react';

export function KeyValuePairs(props: {
  readonly columns: 3 | 4;
  readonly items: readonly { readonly label: string; readonly value: ReactNode }[];
}) {
  return (
    <dl className={`ui-pairs ui-pairs-${props.columns}`}>
      {props.items.map(({ label, value }) => (
        <div key={label}>
          <dt className="ui-key-label">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
