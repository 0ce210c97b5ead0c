import type { ClaimOf } from '../../../../config/controls/schema.ts';
import { resourcesOf, statementsOf } from '../checked.ts';
import type { PlacedResource } from '../checked.ts';
import { type Evidence, fail, type Found, manual, pass } from './evidence.ts';
import { inWords, isMet, valuesAt } from './expectation.ts';

/** The resources that a claim rests on. */
export function claimedResources(
  claim: ClaimOf<'resource'>,
  { templates }: Pick<Evidence, 'templates'>,
): readonly PlacedResource[] {
  return resourcesOf({ templates }).filter(
    ({ Type, layer, logicalId }) =>
      Type === claim.type &&
      (claim.layer === undefined || layer === claim.layer) &&
      (claim.named === undefined || logicalId.startsWith(claim.named)),
  );
}

/** A named resource must be there once; of an unnamed type at least one must be there, and all must do. */
export function checkResource(claim: ClaimOf<'resource'>, evidence: Evidence): Found {
  const missing = notPromised(claim, evidence);
  if (missing) return missing;
  const resources = claimedResources(claim, evidence);
  const wanted = `${claim.layer ?? 'any layer'}/${claim.named ?? '*'}: ${claim.type}`;
  if (resources.length === 0) return fail(`${wanted} must be in the templates, and is not`);
  if (claim.named !== undefined && resources.length > 1) {
    return fail(`${wanted} must be one resource, and is ${resources.length}; name it in full`);
  }
  const { property, is } = claim;
  if (property === undefined || is === undefined) return pass(whereOf(resources));
  const wrong = resources.find(({ Properties }) => !isMet(valuesAt(Properties, property), is));
  if (wrong === undefined) return pass(`${whereOf(resources)}: ${property} is ${inWords(is)}`);
  const given = JSON.stringify(valuesAt(wrong.Properties, property)).slice(0, 200);
  return fail(`${wrong.where}: ${claim.type}: ${property} must be ${inWords(is)}, and is ${given}`);
}

export function checkSetting(claim: ClaimOf<'setting'>, evidence: Evidence): Found {
  const missing = notPromised(claim, evidence);
  if (missing) return missing;
  const { env } = evidence.profile;
  const values = valuesAt(evidence.profile, claim.setting);
  const text = `config/${env}.ts: ${claim.setting}`;
  if (isMet(values, claim.is)) return pass(`${text} is ${inWords(claim.is)}`);
  return fail(`${text} must be ${inWords(claim.is)}, and is ${JSON.stringify(values)}`);
}

export function checkRights({ nobodyMay }: ClaimOf<'rights'>, evidence: Evidence): Found {
  const statements = statementsOf(evidence);
  const given = statements.find(
    ({ Effect, Action }) => Effect === 'Allow' && Action.some((one) => nobodyMay.includes(one)),
  );
  if (given) return fail(`${given.where} allows ${given.Action.join(', ')}`);
  if (statements.length === 0) return fail('there are no policies to look at');
  return pass(`none of ${statements.length} statements allows ${nobodyMay.join(', ')}`);
}

function notPromised(
  claim: ClaimOf<'resource'> | ClaimOf<'setting'>,
  { profile }: Evidence,
): Found | null {
  if (claim.in === undefined || claim.in.includes(profile.env)) return null;
  return manual(
    claim.elsewhere ?? `${profile.env} does not promise this: say what takes its place`,
  );
}

function whereOf(resources: readonly PlacedResource[]): string {
  const [first] = resources;
  if (first === undefined || resources.length > 1) return `all ${resources.length} of the type`;
  return first.where;
}
