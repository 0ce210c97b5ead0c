import type { ReactNode } from 'react';

interface BoxProps {
  readonly variant?: 'div' | 'span' | 'code' | 'key-label';
  readonly color?: 'text-body-secondary';
  readonly fontSize?: 'body-s' | 'heading-m' | 'heading-l' | 'heading-xl';
  readonly fontWeight?: 'normal' | 'bold';
  readonly textAlign?: 'center';
  readonly padding?: 'l' | 'xxl';
  readonly display?: 'inline';
  readonly 'data-testid'?: string;
  readonly children: ReactNode;
}

/** Text in one of the product's sizes and shades. */
export function Box(props: BoxProps) {
  const { variant = 'div' } = props;
  const classes = [
    'ui-box',
    variant === 'key-label' ? 'ui-key-label' : '',
    props.color ? 'ui-secondary' : '',
    props.fontSize ? `ui-${props.fontSize}` : '',
    props.fontWeight ? `ui-${props.fontWeight}` : '',
    props.textAlign ? 'ui-center' : '',
    props.padding ? `ui-padding-${props.padding}` : '',
    props.display ? 'ui-inline' : '',
  ];
  const Element = variant === 'code' || variant === 'span' ? variant : 'div';
  return (
    <Element className={classes.filter(Boolean).join(' ')} data-testid={props['data-testid']}>
      {props.children}
    </Element>
  );
}
