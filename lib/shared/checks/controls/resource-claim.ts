import type { ClaimOf } from '../../../../config/controls/schema.ts';
import { resourcesOf, statementsOf } from '../checked.ts';
import type { PlacedResource } from '../checked.ts';
import {
  type Evidence,
  type Found,
  held,
  manual,
  notApplicable,
  notHeld,
  type Rest,
} from './evidence.ts';
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
  if (resources.length === 0) return notHeld(`${wanted} must be in the templates, and is not`);
  if (claim.named !== undefined && resources.length > 1) {
    return notHeld(`${wanted} must be one resource, and is ${resources.length}; name it in full`);
  }
  const rests = resources.map((one) => restOf(one, evidence));
  const { property, is } = claim;
  if (property === undefined || is === undefined) return held(whereOf(resources), rests);
  const wrong = resources.find(({ Properties }) => !isMet(valuesAt(Properties, property), is));
  if (wrong === undefined)
    return held(`${whereOf(resources)}: ${property} is ${inWords(is)}`, rests);
  const given = JSON.stringify(valuesAt(wrong.Properties, property)).slice(0, 200);
  const what = `${wrong.where}: ${claim.type}: ${property} must be ${inWords(is)}, and is ${given}`;
  return notHeld(what, [restOf(wrong, evidence)]);
}

export function checkSetting(claim: ClaimOf<'setting'>, evidence: Evidence): Found {
  const missing = notPromised(claim, evidence);
  if (missing) return missing;
  const { env } = evidence.profile;
  const values = valuesAt(evidence.profile, claim.setting);
  const text = `config/${env}.ts: ${claim.setting}`;
  const rests: readonly Rest[] = [{ kind: 'setting', at: text }];
  if (isMet(values, claim.is)) return held(`${text} is ${inWords(claim.is)}`, rests);
  return notHeld(`${text} must be ${inWords(claim.is)}, and is ${JSON.stringify(values)}`, rests);
}

export function checkRights({ nobodyMay }: ClaimOf<'rights'>, evidence: Evidence): Found {
  const statements = statementsOf(evidence);
  const given = statements.find(
    ({ Effect, Action }) => Effect === 'Allow' && Action.some((one) => nobodyMay.includes(one)),
  );
  if (given) return notHeld(`${given.where} allows ${given.Action.join(', ')}`);
  if (statements.length === 0) return notHeld('there are no policies to look at');
  const found = `none of ${statements.length} statements allows ${nobodyMay.join(', ')}`;
  const at = `all ${new Set(statements.map(({ where }) => where)).size} resources with policies`;
  return held(found, [{ kind: 'policies', at }]);
}

function notPromised(
  claim: ClaimOf<'resource'> | ClaimOf<'setting'>,
  { profile }: Evidence,
): Found | null {
  if (claim.in === undefined || claim.in.includes(profile.env)) return null;
  // Two profiles may keep one promise by different means; each claims its own.
  if (claim.elsewhere !== undefined) return manual(claim.elsewhere);
  return notApplicable(`claimed of ${claim.in.join(', ')} alone; ${profile.env} has other means`);
}

function restOf({ layer, logicalId, Type }: PlacedResource, { profile }: Evidence): Rest {
  return { kind: 'resource', at: `strata-${profile.env}-${layer}: ${logicalId} (${Type})` };
}

function whereOf(resources: readonly PlacedResource[]): string {
  const [first] = resources;
  if (first === undefined || resources.length > 1) return `all ${resources.length} of the type`;
  return first.where;
}
