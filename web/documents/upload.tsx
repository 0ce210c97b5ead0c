import { Alert } from '../ui/alert.tsx';
import { FormField } from '../ui/form-field.tsx';
import { Button } from '../ui/button.tsx';
import { Container } from '../ui/container.tsx';
import { SpaceBetween } from '../ui/space-between.tsx';
import { useState } from 'react';
import type { Api } from '../api.ts';
import { toError } from '../shell/use-resource.ts';

/** Sends files one after the other; a file that is refused does not stop the next. */
export function Upload(props: { readonly api: Api; readonly onReceived: () => void }) {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [round, setRound] = useState(0);
  const [sending, setSending] = useState(false);
  const [outcome, setOutcome] = useState<{ received: number; errors: readonly string[] }>();
  const send = async () => {
    setSending(true);
    const errors: string[] = [];
    for (const file of files) {
      await props.api.upload(file).catch((reason: unknown) => {
        errors.push(`${file.name}: ${toError(reason).message}`);
      });
    }
    setOutcome({ received: files.length - errors.length, errors });
    setFiles([]);
    setRound((current) => current + 1);
    setSending(false);
    props.onReceived();
  };
  return (
    <Container>
      <SpaceBetween size="s">
        <FormField
          label="Add documents"
          description="PDF, DOCX, HTML, text or an image. Both sides read it; the same file twice is one document."
        >
          <input
            className="ui-control"
            type="file"
            multiple
            // Chosen anew after each upload.
            key={round}
            onChange={(event) => setFiles([...(event.target.files ?? [])])}
          />
        </FormField>
        {files.length > 0 ? (
          <Button variant="primary" loading={sending} onClick={() => void send()}>
            Upload
          </Button>
        ) : null}
        {outcome === undefined ? null : <Outcome {...outcome} />}
      </SpaceBetween>
    </Container>
  );
}

function Outcome(props: { readonly received: number; readonly errors: readonly string[] }) {
  return (
    <Alert
      type={props.errors.length > 0 ? 'warning' : 'success'}
      header={`${props.received} received`}
    >
      {props.errors.length > 0
        ? props.errors.join(' ')
        : 'They are in the table; the results of both sides follow there.'}
    </Alert>
  );
}
