import type { ReactNode } from 'react';

/** A control below its name and what to know of it. */
export function FormField(props: {
  readonly label: string;
  readonly description?: string;
  readonly children: ReactNode;
}) {
  return (
    <label className="ui-field">
      <span className="ui-key-label">{props.label}</span>
      {props.description === undefined ? null : (
        <span className="ui-secondary ui-body-s">{props.description}</span>
      )}
      {props.children}
    </label>
  );
}
