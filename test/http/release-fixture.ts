import { publishRelease } from '../../lambda/domain/governance/release/publish-release.ts';
import {
  approveRelease,
  promoteRelease,
  proposeRelease,
  type ReleasePorts,
} from '../../lambda/domain/governance/release/release-approval.ts';
import type { LlmopsBundle } from '../../lambda/domain/governance/release/release-bundle.ts';
import type { Releases } from '../../lambda/release-ports.ts';

const bundle = (topK: number): LlmopsBundle => ({
  side: 'llmops',
  prompts: {},
  models: {},
  rag: { topK },
  guardrail: { id: 'policy', version: '1', policy: {} },
});
const by = { name: 'eve', roles: ['operator'] };
const why = 'for a test';

/**
 * A registry in which the first release serves and the second is the candidate, come as far as the
 * route needs. @returns what stands for `:release` in its path
 */
export async function prepareReleases(
  ports: Omit<ReleasePorts, 'releases'> & { readonly releases: Releases },
  route: string,
): Promise<string> {
  const publish = (topK: number) => publishRelease(ports, { bundle: bundle(topK), by, why });
  const first = (await publish(5)).id;
  const release = (await publish(6)).id;
  const act = { side: 'llmops', release, by, why } as const;
  if ((await ports.releases.latest('llmops'))?.pointers.live === release) return first;
  const isAfter = (...acts: readonly string[]) => acts.some((one) => route.endsWith(one));
  if (isAfter('approval', 'rejection', 'promotion', 'rollback')) {
    const figures = Object.fromEntries(
      ports.releaseGates.llmops.map(({ figure, atLeast = 0 }) => [figure, atLeast]),
    );
    const measured = {
      side: 'llmops',
      release,
      reader: 'a-model',
      corpus: 'c',
      report: 'r',
    } as const;
    await proposeRelease(ports)({ ...act, evaluation: { ...measured, figures } });
  }
  if (isAfter('promotion', 'rollback')) await approveRelease(ports)(act);
  if (isAfter('rollback')) await promoteRelease(ports)({ ...act, to: 'live' });
  return isAfter('rollback') ? first : 'candidate';
}
