import Alert from '@cloudscape-design/components/alert';
import FileUpload from '@cloudscape-design/components/file-upload';
import FormField from '@cloudscape-design/components/form-field';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Api } from '../api.ts';
import { toError } from '../shell/use-resource.ts';

/** Sends files one after the other; a file that is refused does not stop the next. */
export function Upload(props: { readonly api: Api; readonly onReceived: () => void }) {
  const [files, setFiles] = useState<readonly File[]>([]);
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
          <FileUpload
            value={files}
            onChange={({ detail }) => setFiles(detail.value)}
            multiple
            showFileSize
            i18nStrings={{
              uploadButtonText: (multiple) => (multiple ? 'Choose files' : 'Choose file'),
              dropzoneText: (multiple) => (multiple ? 'Drop files here' : 'Drop a file here'),
              removeFileAriaLabel: (index) => `Remove file ${index + 1}`,
              errorIconAriaLabel: 'Error',
            }}
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
