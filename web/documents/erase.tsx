import { useState } from 'react';
import type { Api } from '../api.ts';
import { documentsHref } from '../shell/route.ts';
import { toError } from '../shell/use-resource.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { ExpandableSection } from '../ui/expandable-section.tsx';
import { FormField } from '../ui/form-field.tsx';
import { SpaceBetween } from '../ui/space-between.tsx';
import { TextField } from '../ui/text-field.tsx';

const LEAST_REASON = 3;

/** The document goes, with its words in past answers; who and why stays in the log. */
export function Erase({ api, id }: { readonly api: Api; readonly id: string }) {
  const [reason, setReason] = useState('');
  const [erasing, setErasing] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const erase = async () => {
    setErasing(true);
    try {
      await api.erase(id, reason);
      location.hash = documentsHref;
    } catch (failure) {
      setError(toError(failure).message);
      setErasing(false);
    }
  };
  return (
    <ExpandableSection
      headerText="Erase this document"
      defaultExpanded={false}
      headerDescription="its file, text, chunks, features, results, and its words in past answers"
    >
      <SpaceBetween size="s">
        <FormField label="Reason, for the log">
          <TextField value={reason} onChange={setReason} placeholder="Request of …" />
        </FormField>
        {error === null ? null : (
          <Alert type="error" header="It was not erased">
            {error}
          </Alert>
        )}
        {reason.trim().length < LEAST_REASON ? null : (
          <Button loading={erasing} onClick={() => void erase()}>
            Erase for good
          </Button>
        )}
      </SpaceBetween>
    </ExpandableSection>
  );
}
