import type { ControlMap, MappedControl, ProfileMap } from './control-map.ts';
import type { ClaimResult, ClaimStatus } from './evidence.ts';
import { oscalRule } from './oscal-component.ts';
import { oscalControlId, oscalMetadata, oscalUuid } from './oscal-id.ts';

const METHODS: Readonly<Record<ClaimResult['kind'], string>> = {
  resource: 'EXAMINE',
  setting: 'EXAMINE',
  rights: 'EXAMINE',
  capability: 'EXAMINE',
  flow: 'EXAMINE',
  test: 'TEST',
  record: 'EXAMINE',
  log: 'TEST',
  person: 'INTERVIEW',
};

/** One result a profile: an observation a claim, a finding a control. */
export function oscalResults(map: ControlMap): object {
  const plan = oscalUuid('plan');
  return {
    'assessment-results': {
      uuid: oscalUuid('assessment-results', map.at),
      metadata: {
        ...oscalMetadata('Strata: controls held against what is deployed', map),
        links: [{ href: `#${plan}`, rel: 'reference' }],
      },
      'import-ap': { href: `#${plan}` },
      results: map.profiles.map((profile) => resultOf(profile, map)),
      'back-matter': {
        resources: [
          {
            uuid: plan,
            title: 'Plan',
            description:
              'There is no assessment plan of its own: what is checked are the claims of config/controls/.',
          },
        ],
      },
    },
  };
}

function resultOf(map: ProfileMap, { at, frameworks }: ControlMap): object {
  const { profile, templates, records, controls } = map;
  const applicable = controls.filter(({ status }) => status !== 'not applicable');
  const claims = new Map(
    applicable.flatMap((one) => one.claims.map((claim) => [oscalRule(claim), claim])),
  );
  const looked = records === null ? 'none' : `${records.entries} log entries of ${records.from}`;
  return {
    uuid: oscalUuid('result', profile, at),
    title: `Strata, ${profile}`,
    description: `Templates ${templates}; records: ${looked}. Whether a law is met, people judge.`,
    start: at,
    end: at,
    'reviewed-controls': {
      'control-selections': frameworks.flatMap(({ id, name }) => selectionOf(id, name, controls)),
    },
    observations: [...claims].map(([rule, claim]) => observationOf(rule, claim, profile, at)),
    findings: applicable.map((one) => findingOf(one, profile)),
  };
}

function selectionOf(
  framework: string,
  name: string,
  controls: readonly MappedControl[],
): readonly object[] {
  const own = controls.filter((one) => one.framework === framework);
  if (own.length === 0) return [];
  const ids = (of: readonly MappedControl[]) =>
    of.map(({ paragraph }) => ({ 'control-id': oscalControlId(framework, paragraph) }));
  const [left, taken] = [
    own.filter(({ status }) => status === 'not applicable'),
    own.filter(({ status }) => status !== 'not applicable'),
  ];
  return [
    {
      description: name,
      ...(taken.length === 0 ? {} : { 'include-controls': ids(taken) }),
      ...(left.length === 0 ? {} : { 'exclude-controls': ids(left) }),
    },
  ];
}

function observationOf(rule: string, claim: ClaimResult, profile: string, at: string): object {
  const { kind, says, status, found, rests } = claim;
  return {
    uuid: oscalUuid('observation', profile, rule),
    title: says,
    description: `${status}: ${found}`,
    methods: [METHODS[kind]],
    types: ['control-objective'],
    ...(rests.length === 0
      ? {}
      : { 'relevant-evidence': rests.map((one) => ({ description: `${one.kind}: ${one.at}` })) }),
    collected: at,
  };
}

function findingOf(control: MappedControl, profile: string): object {
  const { name, framework, paragraph, title, claims, status } = control;
  const rules = new Set(claims.map(oscalRule));
  return {
    uuid: oscalUuid('finding', profile, name),
    title: `${name}: ${title}`,
    description: `${status}: ${claims.map((one) => `${one.says} (${one.status})`).join('; ')}`,
    target: {
      type: 'statement-id',
      'target-id': `${oscalControlId(framework, paragraph)}_smt`,
      status: targetStatus(status, claims),
    },
    'related-observations': [...rules].map((rule) => ({
      'observation-uuid': oscalUuid('observation', profile, rule),
    })),
  };
}

/** OSCAL has two states; what a person must supply is not satisfied for another reason than failing. */
function targetStatus(status: ClaimStatus, claims: readonly ClaimResult[]): object {
  if (status === 'held') return { state: 'satisfied', reason: 'pass' };
  if (status === 'not held') return { state: 'not-satisfied', reason: 'fail' };
  const supplied = claims.filter((one) => one.status === 'manual').map(({ found }) => found);
  const remarks = `A person supplies: ${supplied.join('; ')}.`;
  return { state: 'not-satisfied', reason: 'other', remarks };
}
