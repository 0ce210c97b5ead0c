import * as z from 'zod';
import { frameworks } from '../../../config/controls/frameworks.ts';
import { BuiltSteps } from '../../../lib/shared/built-steps.ts';
import { checkControls } from '../../../lib/shared/checks/controls/check-controls.ts';
import { profileMap } from '../../../lib/shared/checks/controls/control-map.ts';
import type { ControlMap } from '../../../lib/shared/checks/controls/control-map.ts';
import { oscalRule } from '../../../lib/shared/checks/controls/oscal-component.ts';
import { oscalControlId } from '../../../lib/shared/checks/controls/oscal-id.ts';
import { oscalWorkspace } from '../../../lib/shared/checks/controls/oscal-workspace.ts';
import { synthesize } from '../synthesize.ts';

const map = mapOf();
const files = oscalWorkspace(map, frameworks);
const documentAt = (path: string) => files.find((one) => one.path.startsWith(path))?.document;

const state = z.object({ state: z.string(), reason: z.string(), remarks: z.string().optional() });
const resultsSchema = z.object({
  'assessment-results': z.object({
    results: z.array(
      z.object({
        observations: z.array(z.object({ uuid: z.string() })),
        findings: z.array(
          z.object({
            title: z.string(),
            target: z.object({ 'target-id': z.string(), status: state }),
            'related-observations': z.array(z.object({ 'observation-uuid': z.string() })),
          }),
        ),
      }),
    ),
  }),
});
const catalogSchema = z.object({
  catalog: z.object({
    controls: z.array(
      z.object({ id: z.string(), parts: z.array(z.object({ id: z.string(), prose: z.string() })) }),
    ),
  }),
});

const [result] = resultsSchema.parse(documentAt('assessment-results'))['assessment-results']
  .results;
const findings = result?.findings ?? [];

test('a control has an id of its own that says its paragraph', () => {
  const ids = frameworks.flatMap(({ id, controls }) =>
    controls.map(({ paragraph }) => oscalControlId(id, paragraph)),
  );
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toContain('eu-ai-act_10.2.f');
  // The token of OSCAL.
  expect(ids.filter((id) => !/^[\p{L}_][\p{L}\p{N}.\-_]*$/u.test(id))).toEqual([]);
});

test('a rule stands for one claim', () => {
  const claims = map.profiles.flatMap(({ controls }) => controls.flatMap((one) => one.claims));
  const found = new Map(claims.map((one) => [oscalRule(one), one.found]));
  expect(claims.filter((one) => found.get(oscalRule(one)) !== one.found)).toEqual([]);
});

test('each finding is of a statement of a catalog, and of observations that are there', () => {
  const statements = frameworks.flatMap(({ id }) =>
    catalogSchema
      .parse(documentAt(`catalogs/${id}/`))
      .catalog.controls.flatMap(({ parts }) => parts.map((part) => part.id)),
  );
  expect(findings.map(({ target }) => target['target-id']).sort()).toEqual(statements.sort());
  const observed = new Set(result?.observations.map(({ uuid }) => uuid));
  const related = findings.flatMap((one) => one['related-observations']);
  expect(related.filter((one) => !observed.has(one['observation-uuid']))).toEqual([]);
});

test('what a person must supply is not satisfied, for another reason than failing, and is said', () => {
  const statuses = findings.map(({ target }) => target.status);
  expect(statuses.filter(({ reason }) => reason === 'fail')).toEqual([]);
  const manual = statuses.filter(({ reason }) => reason === 'other');
  expect(manual).toHaveLength(map.profiles[0]?.counts.manual ?? 0);
  expect(manual.filter((one) => one.state === 'satisfied' || !one.remarks)).toEqual([]);
});

test('the same map gives the same bytes', () => {
  expect(JSON.stringify(oscalWorkspace(map, frameworks))).toBe(JSON.stringify(files));
});

function mapOf(): ControlMap {
  const steps = new BuiltSteps('dist');
  const evidence = { ...synthesize('student'), steps, root: '.', records: null };
  const from = { templates: 'of a test', records: null };
  const profiles = [profileMap('student', from, checkControls(evidence))];
  return { at: '2026-11-01T00:00:00Z', version: '0', frameworks, profiles };
}
