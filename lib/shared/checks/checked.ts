import type { Stage } from 'aws-cdk-lib/core';
import type { Profile } from '../../../config/schema.ts';
import type { Layer } from '../strata-stack.ts';

export interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DependsOn?: string | readonly string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}
export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs?: Readonly<Record<string, unknown>>;
}
/** One synthesized environment. */
export interface Checked {
  readonly profile: Profile;
  readonly platform: Stage;
  readonly templates: Readonly<Record<Layer, Template>>;
}
/** Something that must not be, and where. */
export interface Finding {
  readonly where: string;
  readonly what: string;
}
export interface PlacedResource extends Resource {
  readonly layer: string;
  readonly logicalId: string;
  readonly where: string;
}

export function resourcesOf({ templates }: Pick<Checked, 'templates'>): readonly PlacedResource[] {
  return Object.entries(templates).flatMap(([layer, template]) =>
    Object.entries(template.Resources).map(([logicalId, resource]) => ({
      ...resource,
      layer,
      logicalId,
      where: `${layer}/${logicalId}`,
    })),
  );
}

export interface Statement {
  readonly Effect: string;
  readonly Action: readonly string[];
  readonly Resource: readonly unknown[];
  readonly Principal?: unknown;
  readonly Condition?: unknown;
  readonly where: string;
  readonly type: string;
}

/** Every statement of every policy document, wherever it stands in a resource. */
export function statementsOf(checked: Pick<Checked, 'templates'>): readonly Statement[] {
  return resourcesOf(checked).flatMap((resource) =>
    [...documentsIn(resource.Properties)].flatMap((document) =>
      listOf(document.Statement).flatMap((one) => {
        if (!isRecord(one)) return [];
        return [
          {
            Effect: String(one.Effect),
            Action: listOf(one.Action).map(String),
            Resource: listOf(one.Resource),
            Principal: one.Principal,
            Condition: one.Condition,
            where: resource.where,
            type: resource.Type,
          },
        ];
      }),
    ),
  );
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function* documentsIn(value: unknown): Generator<Record<string, unknown>> {
  if (Array.isArray(value)) {
    for (const item of value) yield* documentsIn(item);
    return;
  }
  if (!isRecord(value)) return;
  if ('Statement' in value) yield value;
  for (const inner of Object.values(value)) yield* documentsIn(inner);
}
