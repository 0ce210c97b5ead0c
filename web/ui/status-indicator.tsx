import type { ReactNode } from 'react';

export type StatusType =
  | 'success'
  | 'error'
  | 'warning'
  | 'info'
  | 'stopped'
  | 'pending'
  | 'not-started'
  | 'in-progress';

/** Strokes on a grid of 16; shape tells them apart where colour does not. */
const SHAPES: Readonly<Record<StatusType, string>> = {
  success: 'M5 8.2 7.2 10.4 11.2 5.8',
  error: 'M5.6 5.6 10.4 10.4M10.4 5.6 5.6 10.4',
  warning: 'M8 4.6V8.8M8 10.8V11.4',
  info: 'M8 7.4V11.4M8 4.8V5.4',
  stopped: 'M5 8H11',
  pending: 'M8 4.8V8.2H10.6',
  'not-started': 'M5 8H11',
  'in-progress': 'M5 8H5.2M8 8H8.2M11 8H11.2',
};

/** A state, by shape, colour and words. */
export function StatusIndicator(props: {
  readonly type: StatusType;
  readonly children: ReactNode;
}) {
  return (
    <span className={`ui-status ui-status-${props.type}`}>
      <StatusIcon type={props.type} />
      <span>{props.children}</span>
    </span>
  );
}

export function StatusIcon({ type }: { readonly type: StatusType }) {
  return (
    <svg className="ui-icon" viewBox="0 0 16 16" aria-hidden="true">
      {type === 'warning' ? <path d="M8 1.2 15 14H1Z" /> : <circle cx="8" cy="8" r="6.8" />}
      <path d={SHAPES[type]} />
    </svg>
  );
}
