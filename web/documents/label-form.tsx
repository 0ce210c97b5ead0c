import { useState } from 'react';
import type { DocumentRecord, FieldValue } from '../../lambda/domain/document/document.ts';
import type { Api, Labelling } from '../api.ts';
import { toError, useResource } from '../shell/use-resource.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Container } from '../ui/container.tsx';
import { ExpandableSection } from '../ui/expandable-section.tsx';
import { FormField } from '../ui/form-field.tsx';
import { Header } from '../ui/header.tsx';
import { Select } from '../ui/select.tsx';
import { SpaceBetween } from '../ui/space-between.tsx';
import { TextField } from '../ui/text-field.tsx';

/** Several values of one field stand in one line. */
const SEPARATOR = '; ';

/** What a person says that the document is: a label to train and to score with. */
export function LabelForm(props: {
  readonly api: Api;
  readonly record: DocumentRecord;
  readonly onSaved: () => void;
}) {
  const { api, record } = props;
  const labelling = useResource(`label-${record.documentId}`, () =>
    api.labelling(record.documentId),
  );
  if (labelling.status !== 'loaded') return null;
  return <Form {...props} labelling={labelling.value} />;
}

function Form(props: {
  readonly api: Api;
  readonly record: DocumentRecord;
  readonly labelling: Labelling;
  readonly onSaved: () => void;
}) {
  const { api, record, labelling } = props;
  const proposed = proposal(record, labelling);
  const [category, setCategory] = useState(proposed.category);
  const [fields, setFields] = useState<Readonly<Record<string, string>>>(proposed.fields);
  const [outcome, setOutcome] = useState<{ readonly error: string | null }>();
  const [saving, setSaving] = useState(false);
  const save = async () => {
    setSaving(true);
    try {
      await api.label(record.documentId, { category, fields: valuesOf(fields) });
      setOutcome({ error: null });
      props.onSaved();
    } catch (reason) {
      setOutcome({ error: toError(reason).message });
    }
    setSaving(false);
  };
  return (
    <Container
      header={
        <Header variant="h2" description={described(labelling)}>
          What it really is
        </Header>
      }
    >
      <SpaceBetween size="s">
        <FormField label="Category">
          <Select
            value={category}
            options={labelling.categories.map((name) => [name, name])}
            onChange={setCategory}
          />
        </FormField>
        <ExpandableSection
          headerText="Fields"
          headerDescription="Empty: the document does not have it. Several values: separated by a semicolon."
          defaultExpanded={false}
        >
          <div className="two-columns">
            {labelling.fields.map(({ name, type }) => (
              <FormField key={name} label={name.replaceAll('_', ' ')} description={type}>
                <TextField
                  value={fields[name] ?? ''}
                  placeholder="not in the document"
                  onChange={(value) => setFields({ ...fields, [name]: value })}
                />
              </FormField>
            ))}
          </div>
        </ExpandableSection>
        <Button variant="primary" loading={saving} onClick={() => void save()}>
          Save as label
        </Button>
        {outcome === undefined ? null : (
          <Alert
            type={outcome.error === null ? 'success' : 'error'}
            header={outcome.error === null ? 'Label saved' : 'The label was not saved'}
          >
            {outcome.error ??
              'Both sides are scored with it, and the next training learns from it.'}
          </Alert>
        )}
      </SpaceBetween>
    </Container>
  );
}

function described({ label }: Labelling): string {
  return label === null
    ? 'Correct what is wrong: results are scored with it, and the next training learns from it.'
    : `Labelled by ${label.by} on ${label.at.slice(0, 10)}.`;
}

/** The label, or what the primary side says. */
function proposal({ results, decision }: DocumentRecord, { label, categories }: Labelling) {
  const side = results?.[decision?.primary ?? 'mlops'];
  const found = side?.status === 'done' ? side : null;
  const given: Readonly<Record<string, FieldValue>> =
    label?.fields ??
    Object.fromEntries(
      Object.entries(found?.extraction.fields ?? {}).map(([name, { value }]) => [name, value]),
    );
  const texts = Object.entries(given).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : value.join(SEPARATOR),
  ]);
  const fields: Readonly<Record<string, string>> = Object.fromEntries(texts);
  return {
    category: label?.category ?? found?.classification.category ?? categories[0] ?? '',
    fields,
  };
}

function valuesOf(texts: Readonly<Record<string, string>>): Readonly<Record<string, FieldValue>> {
  const filled = Object.entries(texts).filter(([, text]) => text.trim() !== '');
  return Object.fromEntries(
    filled.map(([name, text]) => {
      const parts = text.split(SEPARATOR).map((part) => part.trim());
      return [name, parts.length === 1 ? text.trim() : parts];
    }),
  );
}
