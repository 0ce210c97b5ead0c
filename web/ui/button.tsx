import type { ReactNode } from 'react';

interface ButtonProps {
  readonly variant?: 'normal' | 'primary' | 'inline-link' | 'icon';
  /** Makes it a link that looks like a button. */
  readonly href?: string;
  readonly type?: 'button' | 'submit';
  readonly disabled?: boolean;
  /** What it started is under way; it cannot be pressed again. */
  readonly loading?: boolean;
  readonly ariaLabel?: string;
  readonly onClick?: () => void;
  readonly children: ReactNode;
}

export function Button(props: ButtonProps) {
  const className = `ui-button ui-button-${props.variant ?? 'normal'}`;
  if (props.href !== undefined) {
    return (
      <a className={className} href={props.href} aria-label={props.ariaLabel}>
        {props.children}
      </a>
    );
  }
  return (
    <button
      className={className}
      type={props.type ?? 'button'}
      disabled={props.disabled === true || props.loading === true}
      aria-busy={props.loading}
      aria-label={props.ariaLabel}
      onClick={props.onClick}
    >
      {props.loading ? <span className="ui-spinner" aria-hidden="true" /> : null}
      {props.children}
    </button>
  );
}
