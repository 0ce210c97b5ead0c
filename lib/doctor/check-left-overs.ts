import type { TaggedResource } from './account.ts';
import { couldNot } from './could-not.ts';
import type { Check, Examined } from './examined.ts';
import { type Finding, findingsOf } from './finding.ts';
import { type FixedName, fixedNames } from './fixed-names.ts';

const told = findingsOf('left-overs');
/** Of what is left beside, by ARN. */
const SHOWN = 5;

/**
 * What an earlier deployment left: a name that the templates give and no stack owns stops this
 * one; what it retained without a fixed name holds data that this one will not find.
 */
export const checkLeftOvers: Check = {
  name: 'left-overs',
  async run(examined) {
    const names = fixedNames(examined.checked, examined.caller.account);
    const found = [...(await collisions(names, examined)), ...(await tagged(names, examined))];
    if (found.length > 0) return found;
    return [
      told.ok(`none of ${names.length} fixed names is taken, nothing tagged is without a stack`),
    ];
  },
};

async function collisions(
  names: readonly FixedName[],
  { account, stacks }: Examined,
): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  // A right that is missing is missing for every resource of its kind: it is told once.
  const unreadable = new Set<string>();
  for (const named of names) {
    const owned = stacks.get(named.layer)?.resources.includes(named.logicalId) === true;
    if (owned || !account.lookedUp.has(named.type) || unreadable.has(named.type)) continue;
    try {
      if (await account.exists(named)) found.push(collision(named));
    } catch (error) {
      unreadable.add(named.type);
      found.push(couldNot('left-overs', error));
    }
  }
  return found;
}

function collision({ type, name, layer }: FixedName): Finding {
  return told.error(
    `${type} ${name} is there and no stack owns it: the ${layer} stack could not make its own`,
    `delete it if its data may go (docs/operator.md, “Deploy again after a deletion”), or import it: npx cdk import`,
  );
}

async function tagged(
  names: readonly FixedName[],
  { account, configuration: { profile }, stacks }: Examined,
): Promise<readonly Finding[]> {
  const present = new Set([...stacks.values()].map(({ id }) => id));
  const isLeft = ({ stackId }: TaggedResource) =>
    stackId === null ? present.size === 0 : !present.has(stackId);
  let resources: readonly TaggedResource[];
  try {
    resources = await account.tagged('strata:env', profile.env);
  } catch (error) {
    return [couldNot('left-overs', error)];
  }
  const left = resources.filter(isLeft).map(({ arn }) => arn);
  const namedBy = (arn: string) => names.find(({ name }) => arn.endsWith(name));
  // What `exists` looks up by name was told above.
  const collide = left
    .flatMap((arn) => namedBy(arn) ?? [])
    .filter(({ type }) => {
      return !account.lookedUp.has(type);
    });
  const beside = left.filter((arn) => namedBy(arn) === undefined);
  return [...collide.map(collision), ...leftBeside(beside, profile)];
}

/** One finding for all: a retained environment leaves dozens. */
function leftBeside(
  arns: readonly string[],
  { env, region }: { readonly env: string; readonly region: string },
): readonly Finding[] {
  if (arns.length === 0) return [];
  const shown = arns.slice(0, SHOWN).join(', ');
  const more = arns.length > SHOWN ? ` and ${arns.length - SHOWN} more` : '';
  return [
    told.warning(
      `${arns.length} resources of an earlier deployment are left; the new one makes its own and does not read them: ${shown}${more}`,
      `keep them, move their data, or delete them (what was deleted may be listed for some days): aws resourcegroupstaggingapi get-resources --region ${region} --tag-filters Key=strata:env,Values=${env}`,
    ),
  ];
}
