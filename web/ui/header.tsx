import type { ReactNode } from 'react';

/** A heading with what belongs beside and below it. */
export function Header(props: {
  readonly variant?: 'h1' | 'h2' | 'h3';
  readonly counter?: string;
  readonly info?: ReactNode;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const { variant: Heading = 'h2' } = props;
  return (
    <div className="ui-header">
      <div>
        <div className="ui-header-line">
          <Heading className={`ui-heading ui-heading-${Heading}`}>
            {props.children}
            {props.counter === undefined ? null : (
              <span className="ui-counter"> {props.counter}</span>
            )}
          </Heading>
          {props.info}
        </div>
        {props.description === undefined ? null : (
          <p className="ui-description">{props.description}</p>
        )}
      </div>
      {props.actions}
    </div>
  );
}
