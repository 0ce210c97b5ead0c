import type { ControlMap, MappedControl, ProfileMap } from './control-map.ts';
import type { ClaimResult } from './evidence.ts';
import { oscalControlId, oscalMetadata, oscalUuid } from './oscal-id.ts';

/** Whose reading of rules in properties this follows. */
const RULES = 'https://oscal-compass.github.io/compliance-trestle/schemas/oscal/cd';

/** One component a profile: which claims carry which control. A claim is a rule. */
export function oscalComponents(map: ControlMap): object {
  return {
    'component-definition': {
      uuid: oscalUuid('component-definition', map.at),
      metadata: oscalMetadata('Strata: what each environment claims', map),
      components: map.profiles.map((profile) => componentOf(profile, map)),
    },
  };
}

function componentOf(map: ProfileMap, { frameworks }: ControlMap): object {
  const { profile, templates, controls } = map;
  const claims = new Map(
    controls.flatMap((one) => made(one).map((claim) => [oscalRule(claim), claim.says])),
  );
  return {
    uuid: oscalUuid('component', profile),
    type: 'service',
    title: `Strata, ${profile}`,
    description: `Document intelligence as LLMOps and as MLOps; templates ${templates}.`,
    props: [...claims].flatMap(([rule, says]) => [
      { name: 'Rule_Id', ns: RULES, value: rule, remarks: rule },
      { name: 'Rule_Description', ns: RULES, value: says, remarks: rule },
    ]),
    'control-implementations': frameworks.flatMap(({ id, name }) => {
      const own = controls.filter((one) => one.framework === id && made(one).length > 0);
      if (own.length === 0) return [];
      return [
        {
          uuid: oscalUuid('control-implementation', profile, id),
          source: `../../catalogs/${id}/catalog.json`,
          description: `What carries ${name} in ${profile}`,
          'implemented-requirements': own.map((one) => requirementOf(one, profile)),
        },
      ];
    }),
  };
}

function requirementOf(control: MappedControl, profile: string): object {
  const claims = made(control);
  const supplied = claims.filter(({ status }) => status === 'manual').map(({ found }) => found);
  const rules = new Set(claims.map(oscalRule));
  return {
    uuid: oscalUuid('requirement', profile, control.name),
    'control-id': oscalControlId(control.framework, control.paragraph),
    description: claims.map(({ says }) => `${says}.`).join(' '),
    props: [...rules].map((value) => ({ name: 'Rule_Id', ns: RULES, value })),
    ...(supplied.length === 0 ? {} : { remarks: `A person supplies: ${supplied.join('; ')}.` }),
  };
}

/** The same claim under two controls is one rule. */
export function oscalRule({ kind, says }: Pick<ClaimResult, 'kind' | 'says'>): string {
  return `claim-${oscalUuid(kind, says)}`;
}

function made({ claims }: MappedControl): readonly ClaimResult[] {
  return claims.filter(({ status }) => status !== 'not applicable');
}
