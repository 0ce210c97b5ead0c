import { AccessError, InvalidInputError } from '../../errors.ts';
import type { Audit, Models } from '../../ports.ts';

/** A package of the model registry: who made it and who approved it. */
export interface ModelPackage {
  /** Version of the bundle that the training pipeline registered with it. */
  readonly version: string;
  readonly status: string;
  readonly creator: string;
  readonly approver: string;
}

/** The platform's own log: models belong to no tenant. */
const TENANT = 'platform';

/**
 * Makes an approved package serve and writes down who approved it. Running it twice changes nothing.
 * 1. the package must be approved; 2. where the profile asks for two people, not by its maker;
 * 3. the switch is set; 4. the audit log gets an entry.
 * @throws InvalidInputError, AccessError, NotFoundError where its bundle is not registered
 */
export function deployModel(ports: {
  readonly models: Models;
  readonly audit: Audit;
  readonly approvals: { readonly people: 1 | 2 };
  /** How documents are scored; an endpoint holds its own copy of the trees. */
  readonly servingKind: 'lambda' | 'serverless' | 'realtime';
}) {
  return async (found: ModelPackage): Promise<{ readonly version: string }> => {
    const { version, status, creator, approver } = found;
    if (status !== 'Approved') {
      throw new InvalidInputError(`model ${version} must be Approved to serve, it is ${status}`);
    }
    if (ports.approvals.people === 2 && approver === creator) {
      throw new AccessError(
        `model ${version} was approved by ${approver}, who made it; approvals.people is 2: ` +
          'reject it and let another person approve it',
      );
    }
    if (ports.servingKind !== 'lambda') {
      throw new InvalidInputError(
        `model ${version} serves from an endpoint that CloudFormation owns; deploy the model layer ` +
          'with this version as its seed, or set serving.kind to lambda',
      );
    }
    await ports.models.approve(version, approver);
    const id = `deploy-${version}`;
    await ports.audit.append({ tenant: TENANT, id, kind: 'model-deployed', detail: found });
    return { version };
  };
}
