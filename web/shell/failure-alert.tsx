import { Alert } from '../ui/alert.tsx';
import { ProblemError } from '../api.ts';

/** What went wrong, in the server's words. */
export function FailureAlert({ error }: { readonly error: Error }) {
  const title = error instanceof ProblemError ? error.title : 'That did not work';
  return (
    <Alert type="error" header={title}>
      {error.message}
    </Alert>
  );
}
