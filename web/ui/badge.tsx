import type { ReactNode } from 'react';

export function Badge(props: {
  readonly color: 'blue' | 'severity-medium';
  readonly children: ReactNode;
}) {
  return <span className={`ui-badge ui-badge-${props.color}`}>{props.children}</span>;
}
