import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const resourceSchema = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).optional(),
});
const templateSchema = z.looseObject({ Resources: z.record(z.string(), resourceSchema) });
type Resource = z.infer<typeof resourceSchema>;

/** What the emulator does not know and a stand-in makes. Every other type is deployed as it is. */
const REPLACED: readonly RegExp[] = [
  /^AWS::OpenSearchServerless::(AccessPolicy|Collection|CollectionGroup|Index|SecurityPolicy)$/,
  /^AWS::SageMaker::(FeatureGroup|ModelPackageGroup|Pipeline)$/,
  /^AWS::Bedrock::(ApplicationInferenceProfile|Guardrail|GuardrailVersion)$/,
  /^AWS::Budgets::Budget$/,
  /^AWS::CloudTrail::Trail$/,
];

export interface Replacement {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
}

/**
 * Copies a synthesized assembly and replaces, in its templates, the types that the emulator lacks
 * by custom resources of the stand-in's function: `Ref` and `Fn::GetAtt` keep their meaning.
 * @returns what was replaced
 */
export function replaceUnknownTypes(
  source: string,
  target: string,
  serviceToken: string,
): readonly Replacement[] {
  cpSync(source, target, { recursive: true });
  const templates = readdirSync(target, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.template.json'),
  );
  return templates.flatMap((file) => {
    const path = join(target, file);
    const template = templateSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    const replaced: Replacement[] = [];
    const Resources = Object.fromEntries(
      Object.entries(template.Resources).map(([logicalId, resource]) => {
        const other = replacementOf(resource, serviceToken);
        if (other === undefined) return [logicalId, resource];
        replaced.push({ stack: file, logicalId, type: resource.Type });
        return [logicalId, { ...resource, ...other }];
      }),
    );
    writeFileSync(path, JSON.stringify({ ...template, Resources }));
    return replaced;
  });
}

function replacementOf({ Type, Properties = {} }: Resource, ServiceToken: string) {
  if (Type === 'AWS::ApiGateway::Method') {
    const whole = answeredWhole(Properties);
    return whole === undefined ? undefined : { Type, Properties: whole };
  }
  if (Type === 'AWS::IAM::RolePolicy') {
    // The same inline policy, by the older of the two types.
    const { RoleName, ...rest } = Properties;
    return { Type: 'AWS::IAM::Policy', Properties: { ...rest, Roles: [RoleName] } };
  }
  if (!REPLACED.some((type) => type.test(Type))) return undefined;
  return {
    Type: 'AWS::CloudFormation::CustomResource',
    Properties: { ServiceToken, Type, Given: Properties },
  };
}

/** The emulator's API Gateway does not stream: the same function, answered as a whole. */
function answeredWhole(
  Properties: Readonly<Record<string, unknown>>,
): Record<string, unknown> | undefined {
  const given = JSON.stringify(Properties);
  if (!given.includes('/response-streaming-invocations')) return undefined;
  const text = given
    .replaceAll('2021-11-15/functions/', '2015-03-31/functions/')
    .replaceAll('/response-streaming-invocations', '/invocations')
    .replaceAll('"ResponseTransferMode":"STREAM","TimeoutInMillis":120000,', '');
  const plain: Record<string, unknown> = JSON.parse(text);
  return plain;
}
