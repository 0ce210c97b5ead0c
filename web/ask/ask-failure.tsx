import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { useEffect, useState } from 'react';
import { ProblemError } from '../api.ts';

/** Statuses after which the same question may be answered, and what they mean to a reader. */
const WAITS: Readonly<Record<number, string>> = {
  429: 'The quota of questions is used up',
  503: 'The answering service is not ready yet',
};

/** Why there is no answer; where waiting helps, how long, and then the way to ask again. */
export function AskFailure(props: { readonly error: Error; readonly onRetry: () => void }) {
  const { error } = props;
  if (!(error instanceof ProblemError)) {
    return (
      <Alert type="error" header="No answer">
        {error.message}
      </Alert>
    );
  }
  const { retryAfterSeconds, status } = error;
  if (retryAfterSeconds === null) {
    return (
      <Alert type="error" header={error.title}>
        {error.message}
      </Alert>
    );
  }
  return (
    <Waiting
      header={WAITS[status] ?? error.title}
      message={error.message}
      seconds={retryAfterSeconds}
      onRetry={props.onRetry}
    />
  );
}

function Waiting(props: {
  readonly header: string;
  readonly message: string;
  readonly seconds: number;
  readonly onRetry: () => void;
}) {
  const [left, setLeft] = useState(props.seconds);
  useEffect(() => {
    const timer = setInterval(() => setLeft((current) => Math.max(0, current - 1)), 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <Alert
      type="warning"
      header={props.header}
      action={
        <Button disabled={left > 0} onClick={props.onRetry}>
          {left > 0 ? `Ask again in ${left} s` : 'Ask again'}
        </Button>
      }
    >
      {props.message}
    </Alert>
  );
}
