import { useState } from 'react';
import type { DocumentRecord } from '../../lambda/domain/document/document.ts';
import type { Api } from '../api.ts';
import { May } from '../shell/may.tsx';
import { toError } from '../shell/use-resource.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';

/** What failed, and its way back: only what is missing is done again. */
export function RunAgain(props: {
  readonly api: Api;
  readonly record: DocumentRecord;
  readonly onStarted: () => void;
}) {
  const { api, record } = props;
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const causes = causesOf(record);
  if (causes.length === 0) return null;
  const start = async () => {
    setSending(true);
    try {
      await api.runAgain(record.documentId);
      setError(null);
      props.onStarted();
    } catch (reason) {
      setError(toError(reason).message);
    }
    setSending(false);
  };
  return (
    <Alert type="error" header="Something failed on this document">
      <ul className="reasons">
        {causes.map((cause) => (
          <li key={cause}>{cause}</li>
        ))}
      </ul>
      {error === null ? null : <p>{error}</p>}
      <May use="POST /documents/:id/run-again">
        <Button loading={sending} onClick={() => void start()}>
          Run again what is missing
        </Button>
      </May>
    </Alert>
  );
}

function causesOf({ failure, results }: DocumentRecord): readonly string[] {
  const failed = [results?.mlops, results?.llmops].flatMap((result) =>
    result?.status === 'failed'
      ? [`${result.side}: ${result.error.name}: ${result.error.message}`]
      : [],
  );
  return failure === undefined ? failed : [`${failure.name}: ${failure.message}`, ...failed];
}
