/** A share of a hundred, as a bar with its number. */
export function ProgressBar(props: { readonly value: number; readonly label: string }) {
  const rounded = Math.round(props.value);
  return (
    <div className="ui-progress">
      <span>{props.label}</span>
      <progress max={100} value={props.value} aria-label={`${props.label}: ${rounded} %`} />
      <span className="ui-secondary">{`${rounded}%`}</span>
    </div>
  );
}
