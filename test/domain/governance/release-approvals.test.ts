import { releaseApprovals } from '../../../lambda/domain/governance/explain/release-approvals.ts';
import { prepareReleases } from '../../http/release-fixture.ts';
import { makeApi } from '../../http/area-harness.ts';

test('who approved a release before it was used is named; for the first of all nobody is', async () => {
  const api = makeApi();
  const first = await prepareReleases(api.ports, 'rollback');
  const { releases } = api.ports;
  const live = (await releases.latest('llmops'))?.pointers.live ?? '';
  const used = [first, live].map((id) => `release ${id.slice(0, 12)}`);
  const after = await releaseApprovals({ ...api.ports }, used, '2027-01-01T00:00:00.000Z');
  const before = await releaseApprovals({ ...api.ports }, used, '2026-01-01T00:00:00.000Z');
  api.close();
  expect(after).toEqual([
    { of: used[1], by: ['eve'], at: '2026-11-01T00:00:00.000Z', record: 'release/llmops, event 4' },
  ]);
  expect(before).toEqual([]);
});
