import { AccessError, InvalidInputError } from '../../errors.ts';
import { PLATFORM_TENANT } from './tenant.ts';
import type { Audit, Models } from '../../ports.ts';

/** A package of the model registry: who made it and who approved it. */
export interface ModelPackage {
  readonly arn: string;
  /** Version of the bundle that the training pipeline registered with it. */
  readonly version: string;
  readonly status: string;
  readonly creator: string;
  readonly approver: string;
}

/** An endpoint that holds its own copy of a package's trees; CloudFormation owns it. */
export interface ServingEndpoint {
  /** Lets the endpoint turn to the package, once. True where it serves it already. */
  turnTo(packageArn: string): Promise<boolean>;
  /** What it serves; `packageArn` is null for the seed, `settled` false while it turns. */
  state(): Promise<{ readonly settled: boolean; readonly packageArn: string | null }>;
}

export interface DeploymentPorts {
  readonly models: Models;
  readonly audit: Audit;
  readonly approvals: { readonly people: 1 | 2 };
  /** Null where documents are scored inside the function. */
  readonly endpoint: ServingEndpoint | null;
}

/** `serves` is false while an endpoint still turns to the version. */
export interface Deployment {
  readonly version: string;
  readonly serves: boolean;
}

/**
 * Makes an approved package serve and writes down who approved it. Running it twice changes nothing.
 * 1. the package must be approved; 2. where the profile asks for two people, not by its maker;
 * 3. an endpoint, where there is one, turns to it: `finishDeployment` goes on when it has;
 * 4. the switch is set; 5. the audit log gets an entry.
 * @throws InvalidInputError, AccessError, NotFoundError where its bundle is not registered
 */
export function deployModel(ports: DeploymentPorts) {
  return async (found: ModelPackage): Promise<Deployment> => {
    const { arn, version, status, creator, approver } = found;
    if (status !== 'Approved') {
      throw new InvalidInputError(`model ${version} must be Approved to serve, it is ${status}`);
    }
    if (ports.approvals.people === 2 && approver === creator) {
      throw new AccessError(
        `model ${version} was approved by ${approver}, who made it; approvals.people is 2: ` +
          'reject it and let another person approve it',
      );
    }
    if (ports.endpoint && !(await ports.endpoint.turnTo(arn))) return { version, serves: false };
    return serve(ports, found);
  };
}

/** Sets the switch that features and calibration follow, and says so in the audit log. */
export async function serve(
  ports: Pick<DeploymentPorts, 'models' | 'audit'>,
  served: Pick<ModelPackage, 'version' | 'approver'>,
): Promise<Deployment> {
  const { version, approver } = served;
  await ports.models.approve(version, approver);
  const id = `deploy-${version}`;
  await ports.audit.append({ tenant: PLATFORM_TENANT, id, kind: 'model-deployed', detail: served });
  return { version, serves: true };
}
