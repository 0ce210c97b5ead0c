import type { ReactNode } from 'react';

/** Parts one below the other, with one distance between them. */
export function SpaceBetween(props: {
  readonly size: 'xs' | 's' | 'm' | 'l';
  readonly children: ReactNode;
}) {
  return <div className={`ui-stack ui-stack-${props.size}`}>{props.children}</div>;
}
