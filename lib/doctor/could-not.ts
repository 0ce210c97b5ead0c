import { type Finding, findingsOf } from './finding.ts';

/** What a check answers where one of its questions failed: the others are answered all the same. */
export function couldNot(check: string, error: unknown): Finding {
  const what = error instanceof Error ? error.message : String(error);
  return findingsOf(check).unknown(
    `could not be checked: ${what}`,
    'give the caller that right, or look yourself; the deployment may do without it',
  );
}
