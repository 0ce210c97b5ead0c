import type { ReactNode } from 'react';

/** A framed part of a page; `fitHeight` fills the row that it stands in. */
export function Container(props: {
  readonly header?: ReactNode;
  readonly fitHeight?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <section className={props.fitHeight ? 'ui-container ui-fit-height' : 'ui-container'}>
      {props.header === undefined ? null : (
        <div className="ui-container-header">{props.header}</div>
      )}
      <div className="ui-container-content">{props.children}</div>
    </section>
  );
}
