import type { Configuration } from '../../config/load-profile.ts';

/** Every tenant's name may be taken but this one: what proves a deployment works under it. */
export const SMOKE_TENANT = 'strata-smoke';
/** The role as which the pipeline proves its deployments. */
export const PIPELINE_SMOKE_ROLE = 'strata-delivery-smoke';

/** The role that may do what `strata smoke` does in an environment, and nothing else. */
export function smokeRoleName(env: string): string {
  return `strata-${env}-smoke`;
}

/** The role as which GitHub's workflows deploy to an environment. */
export function githubRoleName(env: string): string {
  return `strata-${env}-github`;
}

/** A role of that name in that account; null is the environment's own. */
export interface DeliveringRole {
  readonly account: string | null;
  readonly name: string;
}

/** Who proves deployments of an environment on their own; nobody until config/delivery.ts says so. */
export function smokingRoles({ delivery, profile }: Configuration): readonly DeliveringRole[] {
  if (profile.env === 'student') return [];
  const { pipeline, github } = delivery;
  return [
    ...(pipeline ? [{ account: pipeline.account, name: PIPELINE_SMOKE_ROLE }] : []),
    ...(github ? [{ account: null, name: githubRoleName(profile.env) }] : []),
  ];
}
