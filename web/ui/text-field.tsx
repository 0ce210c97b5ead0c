/** One line of text. */
export function TextField(props: {
  readonly value: string;
  readonly type?: 'text' | 'search';
  readonly placeholder: string;
  /** Where no form field names it. */
  readonly ariaLabel?: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <input
      className="ui-control"
      type={props.type ?? 'text'}
      value={props.value}
      placeholder={props.placeholder}
      aria-label={props.ariaLabel}
      onChange={(event) => props.onChange(event.target.value)}
    />
  );
}
