import { isRecord, resourcesOf } from '../shared/checks/checked.ts';
import type { PlacedResource } from '../shared/checks/checked.ts';
import type { NamedResource } from './account.ts';
import type { Examined } from './examined.ts';

export interface FixedName extends NamedResource {
  readonly layer: string;
  readonly logicalId: string;
}

/**
 * Every name that the templates give themselves: a second resource of that name is refused. All of
 * them contain `strata-<env>-` (`physicalName`).
 */
export function fixedNames(checked: Examined['checked'], account: string): readonly FixedName[] {
  const own = `strata-${checked.profile.env}-`;
  return resourcesOf(checked).flatMap(({ layer, logicalId, Type, Properties = {} }) => {
    const name = Object.entries(Properties)
      .filter(([property]) => names(Type, property))
      .map(([, value]) => literalOf(value, account))
      .find((value) => value?.includes(own));
    if (name === undefined || name === null) return [];
    return [{ layer, logicalId, type: Type, name, ...policyOf({ Type, Properties }) }];
  });
}

/** `Name`, `Domain`, or the type's own: `FeatureGroupName` of a `FeatureGroup`. */
function names(type: string, property: string): boolean {
  if (property === 'Name' || property === 'Domain') return true;
  return property.endsWith('Name') && type.endsWith(property.slice(0, -'Name'.length));
}

function policyOf({ Type, Properties }: Pick<PlacedResource, 'Type' | 'Properties'>) {
  const isPolicy = /^AWS::OpenSearchServerless::(Access|Security)Policy$/.test(Type);
  return isPolicy ? { policy: String(Properties?.Type) } : {};
}

/** A text, also one that is joined around the account's number; null where it is neither. */
function literalOf(value: unknown, account: string): string | null {
  if (typeof value === 'string') return value;
  if (!isRecord(value)) return null;
  if (value.Ref === 'AWS::AccountId') return account;
  const joined = value['Fn::Join'];
  if (!Array.isArray(joined) || !Array.isArray(joined[1])) return null;
  const parts = joined[1].map((part: unknown) => literalOf(part, account));
  return parts.includes(null) ? null : parts.join(String(joined[0]));
}
