import type { ReactNode } from 'react';
import { StatusIcon } from './status-indicator.tsx';

/** Something that the reader must see; an error is read out at once. */
export function Alert(props: {
  readonly type: 'success' | 'warning' | 'error';
  readonly header: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div
      className={`ui-alert ui-alert-${props.type}`}
      role={props.type === 'error' ? 'alert' : 'group'}
    >
      <StatusIcon type={props.type} />
      <div className="ui-alert-words">
        <div className="ui-alert-header">{props.header}</div>
        <div>{props.children}</div>
      </div>
      {props.action}
    </div>
  );
}
