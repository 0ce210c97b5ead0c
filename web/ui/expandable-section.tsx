import type { ReactNode } from 'react';

export function ExpandableSection(props: {
  readonly headerText: string;
  readonly headerDescription: string;
  readonly defaultExpanded: boolean;
  readonly children: ReactNode;
}) {
  return (
    <details className="ui-expandable" open={props.defaultExpanded}>
      <summary>
        <span className="ui-bold">{props.headerText}</span>
        <span className="ui-secondary ui-body-s">{props.headerDescription}</span>
      </summary>
      <div className="ui-expandable-content">{props.children}</div>
    </details>
  );
}
