import { frameworks } from '../../../config/controls/frameworks.ts';
import type { Claim, Framework } from '../../../config/controls/schema.ts';
import { profileNames } from '../../../config/load-profile.ts';
import { BuiltSteps } from '../../../lib/shared/built-steps.ts';
import { checkControls } from '../../../lib/shared/checks/controls/check-controls.ts';
import type { ControlMap } from '../../../lib/shared/checks/controls/control-map.ts';
import { isHeld, profileMap } from '../../../lib/shared/checks/controls/control-map.ts';
import type { Evidence } from '../../../lib/shared/checks/controls/evidence.ts';
import { mapLines } from '../../../lib/shared/checks/controls/map-lines.ts';
import { mapMarkdown } from '../../../lib/shared/checks/controls/map-markdown.ts';
import { mapPage } from '../../../lib/shared/checks/controls/map-page.ts';
import { synthesize } from '../synthesize.ts';

const steps = new BuiltSteps('dist');
const SCRIPT = '<script>alert(1)</script> | *x*';

describe.each(profileNames)('%s', (name) => {
  const map = mapOf(name);
  const claims = map.profiles.flatMap(({ controls }) => controls.flatMap((one) => one.claims));

  test('every claim that is held names where to look, and every other one says why', () => {
    expect(claims.filter((one) => one.status === 'held' && one.rests.length === 0)).toEqual([]);
    expect(claims.filter((one) => one.status !== 'held' && one.found === '')).toEqual([]);
  });

  test('every resource that a claim rests on is in the template named', () => {
    const { templates } = synthesize(name);
    const rests = claims.flatMap((one) => one.rests).filter(({ kind }) => kind === 'resource');
    const [layers, ids] = [Object.entries(templates), new Set<string>()];
    for (const [layer, { Resources }] of layers) {
      for (const [id, { Type }] of Object.entries(Resources)) {
        ids.add(`strata-${name}-${layer}: ${id} (${Type})`);
      }
    }
    expect(rests.length).toBeGreaterThan(50);
    expect(rests.filter(({ at }) => !ids.has(at))).toEqual([]);
  });

  test('the terminal, the page and Markdown show each control and each claim', () => {
    const shown = frameworks.flatMap(({ name: of, unit, controls }) =>
      controls.map(({ paragraph }) => `${of}, ${unit} ${paragraph}: `),
    );
    for (const text of [mapLines(map).join('\n'), mapPage(map), mapMarkdown(map)]) {
      expect(shown.filter((one) => !text.includes(one))).toEqual([]);
    }
  });
});

test('what is claimed of other profiles alone is not applicable, and says of which', () => {
  const claim: Claim = {
    kind: 'setting',
    says: 'planted',
    setting: 'approvals.people',
    is: { equals: 2 },
    in: ['staging', 'prod'],
  };
  const [control] = mapOf('student', [planted(claim)]).profiles[0]?.controls ?? [];
  expect(control).toMatchObject({ status: 'not applicable' });
  expect(control?.claims[0]?.found).toContain('staging, prod');
});

test('a map with a control that is not held is not held', () => {
  const claim: Claim = { kind: 'rights', says: 'planted', nobodyMay: ['s3:GetObject'] };
  const map = mapOf('student', [planted(claim)]);
  expect(isHeld(map)).toBe(false);
  expect(mapPage(map)).toContain('<details open>');
  expect(mapLines(map).join('\n')).toMatch(/! planted\n +\S+ allows .*s3:GetObject/);
});

test('text of a control cannot become markup', () => {
  const map = mapOf('student', [planted({ kind: 'person', says: SCRIPT })]);
  expect(mapPage(map)).not.toContain('<script>');
  expect(mapPage(map)).toContain('&lt;script&gt;');
  expect(mapMarkdown(map)).toContain(String.raw`\<script\>alert(1)\</script\> \| \*x\*`);
});

function mapOf(name: (typeof profileNames)[number], held = frameworks): ControlMap {
  const evidence: Evidence = { ...synthesize(name), steps, root: '.', records: null };
  const from = { templates: 'of a test', records: null };
  const profiles = [profileMap(name, from, checkControls(evidence, held))];
  return { at: '2026-11-01T00:00:00Z', version: '0', frameworks: held, profiles };
}

function planted(claim: Claim): Framework {
  const control = { paragraph: '1', title: 'planted', asks: 'planted', claims: [claim] };
  const source = 'https://example.com';
  const about = { id: 'planted', name: 'Planted', unit: 'rule', asOf: '2026-11-01', source };
  return { ...about, controls: [control] };
}
