/** A choice of one; the browser's own control, so that keys and screen readers know it. */
export function Select(props: {
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  /** Where no form field names it. */
  readonly ariaLabel?: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <select
      className="ui-control ui-select"
      value={props.value}
      aria-label={props.ariaLabel}
      onChange={(event) => props.onChange(event.target.value)}
    >
      {props.options.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
