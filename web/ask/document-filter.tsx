import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';

const ALL = { value: '', label: 'All documents' };

/** Narrows the search to one document. */
export function DocumentFilter(props: {
  readonly names: ReadonlyMap<string, string>;
  readonly selected: string | null;
  readonly onSelect: (documentId: string | null) => void;
}) {
  const { names, selected } = props;
  const options = [...names]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <FormField label="Documents" stretch>
      <Select
        selectedOption={
          selected === null ? ALL : { value: selected, label: names.get(selected) ?? selected }
        }
        options={[ALL, ...options]}
        filteringType="auto"
        filteringPlaceholder="Find a document"
        filteringAriaLabel="Find a document"
        virtualScroll
        onChange={({ detail }) => {
          const value = detail.selectedOption.value ?? '';
          props.onSelect(value === '' ? null : value);
        }}
      />
    </FormField>
  );
}
