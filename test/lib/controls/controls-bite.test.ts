import { frameworks } from '../../../config/controls/frameworks.ts';
import type { ClaimOf, Control, Framework } from '../../../config/controls/schema.ts';
import { profileNames } from '../../../config/load-profile.ts';
import type { ProfileName } from '../../../config/load-profile.ts';
import { BuiltSteps } from '../../../lib/shared/built-steps.ts';
import type { PlacedResource, Template } from '../../../lib/shared/checks/checked.ts';
import {
  checkControls,
  failedControls,
} from '../../../lib/shared/checks/controls/check-controls.ts';
import type { Evidence } from '../../../lib/shared/checks/controls/evidence.ts';
import { claimedResources } from '../../../lib/shared/checks/controls/resource-claim.ts';
import { synthesize } from '../synthesize.ts';

function evidenceOf(name: ProfileName): Evidence {
  return { ...synthesize(name), steps: new BuiltSteps('dist'), root: '.', records: null };
}
const evidences = profileNames.map((name) => [name, evidenceOf(name)] as const);

interface Mapped {
  readonly framework: Framework;
  readonly control: Control;
  readonly claim: ClaimOf<'resource'>;
}
const mapped: readonly Mapped[] = frameworks.flatMap((framework) =>
  framework.controls.flatMap((control) =>
    control.claims.flatMap((claim) =>
      claim.kind === 'resource' ? [{ framework, control, claim }] : [],
    ),
  ),
);

describe.each(evidences)('%s', (name, evidence) => {
  const promised = mapped.filter(({ claim }) => claim.in?.includes(name) ?? true);

  test('no control fails', () => {
    expect(failedControls(checkControls(evidence))).toEqual([]);
  });

  test('each mapped resource, taken out of the templates, fails its control by article and resource', () => {
    const named = promised.filter(({ claim }) => claim.named !== undefined);
    const silent = named.filter(({ claim, ...where }) => {
      const [resource] = claimedResources(claim, evidence);
      if (resource === undefined) return true;
      const failed = failuresOf(where, without(evidence, [resource]));
      return !isNamed(failed, where, `${resource.layer}/${claim.named}: ${claim.type}`);
    });
    expect(named.length).toBeGreaterThan(40);
    expect(silent.map(wordsOf)).toEqual([]);
  });

  test('all resources of a mapped type, taken out, fail its control by article and type', () => {
    const types = promised.filter(({ claim }) => claim.named === undefined);
    const silent = types.filter(({ claim, ...where }) => {
      const failed = failuresOf(where, without(evidence, claimedResources(claim, evidence)));
      return !isNamed(failed, where, claim.type);
    });
    expect(types.length).toBeGreaterThan(5);
    expect(silent.map(wordsOf)).toEqual([]);
  });

  test('each mapped property, taken from each of its resources, fails its control by article and resource', () => {
    let taken = 0;
    const silent = promised.flatMap(({ claim, ...where }) =>
      claimedResources(claim, evidence).flatMap((resource) => {
        const [property] = claim.property?.split('.') ?? [];
        if (property === undefined) return [];
        taken += 1;
        const failed = failuresOf(where, withoutProperty(evidence, resource, property));
        return isNamed(failed, where, resource.where) ? [] : [wordsOf({ ...where, claim })];
      }),
    );
    expect(taken).toBeGreaterThan(100);
    expect(silent).toEqual([]);
  });
});

test('every named resource that is mapped is one resource, so that its loss is noticed', () => {
  const several = evidences.flatMap(([name, evidence]) =>
    mapped
      .filter(({ claim }) => claim.named !== undefined && (claim.in?.includes(name) ?? true))
      .filter(({ claim }) => claimedResources(claim, evidence).length !== 1)
      .map((one) => `${name}: ${wordsOf(one)}`),
  );
  expect(several).toEqual([]);
});

type Where = Omit<Mapped, 'claim'>;

function failuresOf({ framework, control }: Where, evidence: Evidence) {
  return failedControls(checkControls(evidence, [{ ...framework, controls: [control] }]));
}

function isNamed(
  failed: ReturnType<typeof failuresOf>,
  { framework, control }: Where,
  resource: string,
): boolean {
  const article = `${framework.name}, ${framework.unit} ${control.paragraph}`;
  return failed.some(({ where, what }) => where === article && what.includes(resource));
}

function wordsOf({ framework, control, claim }: Mapped): string {
  return `${framework.id} ${control.paragraph}: ${claim.says}`;
}

function without(evidence: Evidence, taken: readonly PlacedResource[]): Evidence {
  return changed(evidence, (layer, resources) =>
    Object.fromEntries(
      Object.entries(resources).filter(
        ([id]) => !taken.some((one) => one.layer === layer && one.logicalId === id),
      ),
    ),
  );
}

function withoutProperty(evidence: Evidence, at: PlacedResource, property: string): Evidence {
  return changed(evidence, (layer, resources) => {
    const resource = resources[at.logicalId];
    if (layer !== at.layer || resource === undefined) return resources;
    const { [property]: _, ...Properties } = resource.Properties ?? {};
    return { ...resources, [at.logicalId]: { ...resource, Properties } };
  });
}

function changed(
  evidence: Evidence,
  change: (layer: string, resources: Template['Resources']) => Template['Resources'],
): Evidence {
  const of = (layer: keyof Evidence['templates']): Template => ({
    Resources: change(layer, evidence.templates[layer].Resources),
  });
  return {
    ...evidence,
    templates: {
      infrastructure: of('infrastructure'),
      data: of('data'),
      model: of('model'),
      governance: of('governance'),
      orchestration: of('orchestration'),
      application: of('application'),
    },
  };
}
