import * as z from 'zod';
import type { PortsOf } from '../../../capabilities.ts';
import { RefusedError } from '../../../errors.ts';
import { resource } from '../../../step.ts';
import { promptTasks } from '../../gateway/language-model-exchange.ts';
import { publishRelease } from './publish-release.ts';
import { type LlmopsBundle, releaseId } from './release-bundle.ts';
import { changedParts } from './release-diff.ts';
import { pointersOf, releaseState } from './release-state.ts';

/** Who publishes while deploying: CloudFormation does not say for whom it works. */
const DEPLOYMENT = { name: 'deployment', roles: [] } as const;

const properties = () =>
  z.object({
    /** Role → id. */
    Models: z.record(z.string(), z.string()),
    /** JSON: `profile.rag`, and `config/guardrail.json`. */
    Rag: z.string(),
    Policy: z.string(),
    GuardrailId: z.string(),
    GuardrailVersion: z.string(),
  });
type Properties = z.infer<ReturnType<typeof properties>>;

/**
 * Custom resource of `lib/governance/llmops-release.ts`: what is deployed becomes the candidate, and
 * serves only where nothing did. The models that functions may call are deployed with them, so a
 * deployment with other models than those of the release that serves fails before any function has
 * changed, until that release is approved.
 */
export const publishConfiguration = resource({
  name: 'llmops-publish-release',
  does: 'Custom resource: publishes what is deployed as a release',
  properties,
  touches: ['prompts', 'releases.read', 'releases.publish', 'releases.act'],
  timeoutSeconds: 120,
  own:
    (ports) =>
    async ({ type, properties: given }) => {
      if (type === 'Delete') return 'releases';
      const bundle = await bundleOf(ports, given);
      await publishRelease(ports, { bundle, by: DEPLOYMENT, why: 'deployed' });
      await requireReleasedModels(ports, bundle);
      return 'releases';
    },
});

async function bundleOf(
  ports: PortsOf<'prompts'>,
  { Models, Rag, Policy, GuardrailId, GuardrailVersion }: Properties,
): Promise<LlmopsBundle> {
  const prompts = await Promise.all(
    promptTasks.map(async (task) => {
      const { version, template } = await ports.prompts.get(task);
      return [task, { version, template }] as const;
    }),
  );
  const rag = z.record(z.string(), z.union([z.string(), z.number()])).parse(JSON.parse(Rag));
  const policy: unknown = JSON.parse(Policy);
  return {
    side: 'llmops',
    prompts: Object.fromEntries(prompts),
    models: Models,
    rag,
    guardrail: { id: GuardrailId, version: GuardrailVersion, policy },
  };
}

/** @throws RefusedError */
async function requireReleasedModels(
  ports: PortsOf<'releases.read'>,
  bundle: LlmopsBundle,
): Promise<void> {
  const history = await ports.releases.history('llmops');
  const { live } = pointersOf(history);
  const id = releaseId(bundle);
  if (live === null || live === id) return;
  const serving = await ports.releases.read('llmops', live);
  if (!changedParts(serving, bundle).includes('models')) return;
  if (releaseState(history, id).approvals.length > 0) return;
  throw new RefusedError(
    `the models of this deployment are not those of release ${live.slice(0, 12)}, which serves: ` +
      `release ${id.slice(0, 12)} is published with them; have it approved and deploy again, then promote it`,
  );
}
