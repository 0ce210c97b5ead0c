import { FormField } from '../ui/form-field.tsx';
import { Select } from '../ui/select.tsx';

/** Narrows the search to one document. */
export function DocumentFilter(props: {
  readonly names: ReadonlyMap<string, string>;
  readonly selected: string | null;
  readonly onSelect: (documentId: string | null) => void;
}) {
  const { names, selected } = props;
  const known = selected === null || names.has(selected) ? [] : [[selected, selected] as const];
  const options = [...names, ...known].sort(([, a], [, b]) => a.localeCompare(b));
  return (
    <FormField label="Documents">
      <Select
        value={selected ?? ''}
        options={[['', 'All documents'], ...options]}
        onChange={(value) => props.onSelect(value === '' ? null : value)}
      />
    </FormField>
  );
}
