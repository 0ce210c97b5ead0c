import type { ReactNode } from 'react';

export function Link(props: { readonly href: string; readonly children: ReactNode }) {
  return (
    <a className="ui-link" href={props.href}>
      {props.children}
    </a>
  );
}
