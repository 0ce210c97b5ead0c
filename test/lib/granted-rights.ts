import { isRecord, listOf, resourcesOf, type Template } from '../../lib/shared/checks/checked.ts';
import type { Synthesized } from './template-store.ts';

/** What a function's role may do, as its template says: `s3:GetObject …/*\/*\/text`. */
export interface FunctionRights {
  readonly stem: string;
  readonly rights: readonly Right[];
}
export interface Right {
  readonly action: string;
  /** The resource as JSON, references to other stacks included. */
  readonly resource: string;
  /** Kinds of records that a condition on the partition key admits. */
  readonly kinds: readonly string[];
}

/** Each deployed function's rights: its role's own policies and the shared ones attached to it. */
export function rightsOf(synthesized: Synthesized): readonly FunctionRights[] {
  const all = resourcesOf(synthesized);
  return all.flatMap((resource) => {
    if (resource.Type !== 'AWS::Lambda::Function' || !isRecord(resource.Properties)) return [];
    const stem = tagOf(resource.Properties, 'strata:stem');
    const roleId = attributeOf(resource.Properties.Role);
    if (stem === null || roleId === null) return [];
    const here = all.filter(({ layer }) => layer === resource.layer);
    const role = here.find(({ logicalId }) => logicalId === roleId);
    const own = here.filter(
      ({ Type, Properties }) =>
        Type === 'AWS::IAM::Policy' && JSON.stringify(Properties?.Roles).includes(`"${roleId}"`),
    );
    const shared = listOf(role?.Properties?.ManagedPolicyArns).map((reference) =>
      managedPolicy(synthesized, resource.layer, reference),
    );
    const documents = [
      ...own.map(({ Properties }) => Properties?.PolicyDocument),
      ...shared.map((policy) => policy?.PolicyDocument),
    ];
    return [{ stem, rights: documents.flatMap(rightsIn) }];
  });
}

function rightsIn(document: unknown): readonly Right[] {
  if (!isRecord(document)) return [];
  return listOf(document.Statement).flatMap((statement) => {
    if (!isRecord(statement)) return [];
    const kinds = kindsIn(statement.Condition);
    return listOf(statement.Action).flatMap((action) =>
      listOf(statement.Resource).map((resource) => ({
        action: String(action),
        resource: JSON.stringify(resource),
        kinds,
      })),
    );
  });
}

function kindsIn(condition: unknown): readonly string[] {
  const like = isRecord(condition) ? condition['ForAllValues:StringLike'] : undefined;
  const keys = isRecord(like) ? listOf(like['dynamodb:LeadingKeys']) : [];
  return keys.map((key) => String(key).replace('*#', ''));
}

/** A managed policy of the same stack, or the one that another stack's output names. */
function managedPolicy(
  { templates }: Synthesized,
  layer: string,
  reference: unknown,
): Readonly<Record<string, unknown>> | undefined {
  if (!isRecord(reference)) return undefined;
  if (typeof reference.Ref === 'string') return policyIn(templates, layer, reference.Ref);
  const output = reference['Fn::GetStackOutput'];
  if (!isRecord(output)) return undefined;
  const other = String(output.StackName).split('-').at(-1) ?? '';
  const outputs = Object.entries(templates).find(([name]) => name === other)?.[1].Outputs ?? {};
  const found = outputs[String(output.OutputName)];
  const value = isRecord(found) && isRecord(found.Value) ? found.Value.Ref : undefined;
  return typeof value === 'string' ? policyIn(templates, other, value) : undefined;
}

function policyIn(
  templates: Readonly<Record<string, Template>>,
  layer: string,
  logicalId: string,
): Readonly<Record<string, unknown>> | undefined {
  return templates[layer]?.Resources[logicalId]?.Properties;
}

function tagOf(properties: Readonly<Record<string, unknown>>, key: string): string | null {
  const tag = listOf(properties.Tags).find((one) => isRecord(one) && one.Key === key);
  return isRecord(tag) && typeof tag.Value === 'string' ? tag.Value : null;
}

function attributeOf(reference: unknown): string | null {
  const attribute = isRecord(reference) ? listOf(reference['Fn::GetAtt'])[0] : undefined;
  return typeof attribute === 'string' ? attribute : null;
}
