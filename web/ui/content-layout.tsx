import type { ReactNode } from 'react';

/** A page: its heading, then its parts. */
export function ContentLayout(props: { readonly header: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="ui-stack ui-stack-l">
      {props.header}
      {props.children}
    </div>
  );
}
