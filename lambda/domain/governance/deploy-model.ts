import * as z from 'zod';
import type { PortsOf } from '../../capabilities.ts';
import type { ModelPackage } from '../../deployment-ports.ts';
import { InvalidInputError } from '../../errors.ts';
import { lazily } from '../../lazily.ts';
import { step } from '../../step.ts';
import { PLATFORM_TENANT } from '../document/tenant.ts';
import { requireTwoPeople } from './two-people.ts';

/** EventBridge's `SageMaker Model Package State Change` and `SageMaker Endpoint State Change`. */
const changedSchema = lazily(() =>
  z.object({
    detail: z.union([
      z.object({ ModelPackageArn: z.string().min(1) }),
      z.object({ EndpointName: z.string().min(1) }),
    ]),
  }),
);

/** `serves` is false while an endpoint still turns to the version. */
const deploymentSchema = lazily(() =>
  z.strictObject({ version: z.string(), serves: z.boolean() }).nullable(),
);
type Deployment = z.infer<ReturnType<typeof deploymentSchema>>;

/** Who stands for the seed in the log: whoever deployed the model layer. */
const LAYER = { arn: 'the deployment of the model layer' };

/**
 * Makes an approved package serve and writes down who approved it; null where nothing is to be done
 * yet. Running it twice changes nothing. A package was approved:
 * 1. it must be approved; 2. where the profile asks for two people, not by who trained it;
 * 3. an endpoint, where there is one, turns to it, and this ends until it has;
 * 4. the switch is set; 5. the audit log gets an entry.
 * The endpoint has turned: the switch follows what it serves now, so that features, trees and
 * calibration are of one version. When CloudFormation gave it another configuration, that is the seed:
 * approving a package again brings its version back.
 * @throws InvalidInputError, AccessError, NotFoundError where its bundle is not registered
 */
export const deployModel = step({
  name: 'deploy-model',
  does: 'Makes an approved model package serve',
  input: changedSchema,
  output: deploymentSchema,
  touches: ['packages', 'endpoint', 'models.approve', 'audit', 'settings.approvals'],
  timeoutSeconds: 300,
  run:
    (ports) =>
    async ({ detail }): Promise<Deployment> => {
      if ('EndpointName' in detail) return follow(ports);
      const found = await ports.packages.describe(detail.ModelPackageArn);
      requireApproval(found);
      if (ports.approvals.people === 2) requireTwoPeople(found);
      const { arn, version } = found;
      if (ports.endpoint && !(await ports.endpoint.turnTo(arn))) return { version, serves: false };
      return serve(ports, found);
    },
});
type DeployPorts = PortsOf<(typeof deployModel)['touches'][number]>;

function requireApproval({ version, status }: ModelPackage) {
  if (status !== 'Approved') {
    throw new InvalidInputError(`model ${version} must be Approved to serve, it is ${status}`);
  }
}

/** Null while the endpoint still turns: its next change of state asks again. */
async function follow(ports: DeployPorts): Promise<Deployment> {
  const state = await ports.endpoint?.state();
  if (!state?.settled) return null;
  return serve(
    ports,
    state.packageArn === null
      ? { version: await ports.packages.seedVersion(), approver: LAYER }
      : await ports.packages.describe(state.packageArn),
  );
}

async function serve(
  ports: PortsOf<'models.approve' | 'audit'>,
  served: { readonly version: string; readonly approver: { readonly arn: string } | null },
): Promise<Deployment> {
  const { version, approver } = served;
  await ports.models.approve(version, approver?.arn ?? 'not told by SageMaker');
  const id = `deploy-${version}`;
  await ports.audit.append({ tenant: PLATFORM_TENANT, id, kind: 'model-deployed', detail: served });
  return { version, serves: true };
}
