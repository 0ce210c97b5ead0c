import type { PortsOf } from '../../../capabilities.ts';
import type { Approval } from './explanation.ts';

const SHOWN_DIGITS = 12;

/** How explanations name a release of the LLM side. */
export function releaseName(release: string): string {
  return `release ${release.slice(0, SHOWN_DIGITS)}`;
}

/**
 * Who had approved the releases that were used, at the time of use. The first release of all serves
 * without: nobody is named for it.
 */
export async function releaseApprovals(
  { releases }: PortsOf<'releases.read'>,
  used: readonly string[],
  /** Null: whenever. */
  at: string | null,
): Promise<readonly Approval[]> {
  if (!used.some((name) => name.startsWith(releaseName('')))) return [];
  const approved = (await releases.history('llmops')).filter(
    (event) => event.action === 'approve' && (at === null || event.at <= at),
  );
  return used.flatMap((of) => {
    const own = approved.filter(({ release }) => releaseName(release) === of);
    const [latest] = own;
    if (latest === undefined) return [];
    const by = [...new Set(own.map((event) => event.by.name))];
    return [{ of, by, at: latest.at, record: `release/llmops, event ${latest.number}` }];
  });
}
