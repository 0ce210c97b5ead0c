import { callAws, isMissing } from '../aws-errors.ts';

interface Question {
  readonly service: string;
  readonly resource: string;
  /** Right that the caller needs, as IAM writes it. */
  readonly needs: string;
}

/** Limits of every client that looks at an account: a person waits. */
export const PATIENCE = { requestTimeoutMs: 15_000, attempts: 4 };

/** One look at the account; a denial names the right that is missing. */
export function ask<T>({ service, resource, needs }: Question, run: () => Promise<T>): Promise<T> {
  return callAws({ service, resource, remedy: `allow the caller ${needs}` }, run);
}

/** Like `ask`; null where there is no such thing. */
export async function askFor<T>(question: Question, run: () => Promise<T>): Promise<T | null> {
  return ask(question, async () => {
    try {
      return await run();
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  });
}
