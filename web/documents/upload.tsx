import { useState } from 'react';
import type { Api } from '../api.ts';
import { toError } from '../shell/use-resource.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Container } from '../ui/container.tsx';
import { FormField } from '../ui/form-field.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { SpaceBetween } from '../ui/space-between.tsx';
import { outcomeOf, sendFile } from './send-file.ts';

interface Progress {
  readonly name: string;
  /** Files that are sent whole, and of how many. */
  readonly sent: number;
  readonly of: number;
  /** Of the file that is being sent, 0 to 1. */
  readonly share: number;
}
interface Outcomes {
  readonly received: number;
  readonly known: number;
  readonly waiting: number;
  readonly errors: readonly string[];
}

/** Sends files one after the other; a file that is refused does not stop the next. */
export function Upload(props: { readonly api: Api; readonly onReceived: () => void }) {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [round, setRound] = useState(0);
  const [progress, setProgress] = useState<Progress>();
  const [outcome, setOutcome] = useState<Outcomes>();
  const send = async () => {
    setOutcome(undefined);
    setOutcome(await sendAll(props.api, files, setProgress));
    setProgress(undefined);
    setFiles([]);
    setRound((current) => current + 1);
    props.onReceived();
  };
  return (
    <Container>
      <SpaceBetween size="s">
        <FormField
          label="Add documents"
          description="PDF, Office, OpenDocument, HTML, e-mail, text or an image. Both sides read it; the same file twice is one document."
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
          <Button variant="primary" loading={progress !== undefined} onClick={() => void send()}>
            Upload
          </Button>
        ) : null}
        {progress === undefined ? null : (
          <ProgressBar
            value={(100 * (progress.sent + progress.share)) / progress.of}
            label={`${progress.name} (${Math.min(progress.sent + 1, progress.of)} of ${progress.of})`}
          />
        )}
        {outcome === undefined ? null : <Outcome {...outcome} />}
      </SpaceBetween>
    </Container>
  );
}

async function sendAll(
  api: Api,
  files: readonly File[],
  onProgress: (progress: Progress) => void,
): Promise<Outcomes> {
  const errors: string[] = [];
  const failed = (file: File) => (reason: unknown) => {
    errors.push(`${file.name}: ${toError(reason).message}`);
    return undefined;
  };
  const sent: { readonly file: File; readonly uploadId: string }[] = [];
  for (const [at, file] of files.entries()) {
    const tell = (share: number) =>
      onProgress({ name: file.name, sent: at, of: files.length, share });
    tell(0);
    const uploadId = await sendFile(api, file, tell).catch(failed(file));
    if (uploadId !== undefined) sent.push({ file, uploadId });
  }
  const counts = { received: 0, known: 0, waiting: 0 };
  for (const { file, uploadId } of sent) {
    const received = await outcomeOf(api, uploadId).catch(failed(file));
    if (received === undefined) continue;
    if (received === null) counts.waiting += 1;
    else if (received.status === 'refused') {
      errors.push(`${file.name}: ${received.refusal?.message ?? 'refused'}`);
    } else counts[received.status] += 1;
  }
  return { ...counts, errors };
}

function Outcome({ received, known, waiting, errors }: Outcomes) {
  const header = [
    `${received} received`,
    ...(known > 0 ? [`${known} known already`] : []),
    ...(waiting > 0 ? [`${waiting} sent, not taken in yet`] : []),
    ...(errors.length > 0 ? [`${errors.length} not taken`] : []),
  ].join(', ');
  return (
    <Alert type={errors.length > 0 ? 'warning' : 'success'} header={header}>
      {errors.length > 0
        ? errors.join(' ')
        : 'They are in the table; the results of both sides follow there.'}
    </Alert>
  );
}
