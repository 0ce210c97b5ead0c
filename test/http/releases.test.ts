import { makeApi } from './area-harness.ts';
import { prepareReleases } from './release-fixture.ts';

let api: ReturnType<typeof makeApi>;
beforeEach(() => {
  api = makeApi();
});
afterEach(() => api.close());

function post(path: string, role: string, user: string | null, body: object) {
  return api.app.request(`/api/releases/llmops/${path}`, {
    method: 'POST',
    headers: { 'x-role': role, ...(user === null ? {} : { 'x-user': user }) },
    body: JSON.stringify(body),
  });
}

test('who is not signed in acts on no release', async () => {
  await prepareReleases(api.ports, 'proposal');
  const response = await post('candidate/proposal', 'operator', null, { why: 'a reason' });
  expect(response.status).toBe(409);
  expect(await response.json()).toMatchObject({
    type: 'urn:strata:problem:RefusedError',
    detail: expect.stringContaining('known who'),
  });
});

test('what is proposed without a report is stopped by its gates', async () => {
  await prepareReleases(api.ports, 'proposal');
  const proposed = await post('candidate/proposal', 'operator', 'ada', { why: 'a reason' });
  expect(await proposed.json()).toMatchObject({ action: 'propose', by: { name: 'ada' } });
  const approved = await post('candidate/approval', 'approver', 'grace', { why: 'a reason' });
  expect(await approved.json()).toMatchObject({ detail: expect.stringContaining('not measured') });
});

test('what serves, and how far each release has come', async () => {
  await prepareReleases(api.ports, 'promotion');
  const response = await api.app.request('/api/releases/llmops', {
    headers: { 'x-role': 'auditor' },
  });
  expect(await response.json()).toMatchObject({
    releases: [
      { stages: ['candidate'], proposedBy: 'eve', approvedBy: ['eve'], wasLive: false },
      { stages: ['live'], proposedBy: null, wasLive: true },
    ],
  });
});

test('what differs is named by its path', async () => {
  await prepareReleases(api.ports, 'proposal');
  const response = await api.app.request('/api/releases/llmops/candidate/diff/live', {
    headers: { 'x-role': 'auditor' },
  });
  expect(await response.json()).toMatchObject({ changes: [{ path: 'rag.topK', from: 5, to: 6 }] });
});

test('a side that does not exist has no releases', async () => {
  const response = await api.app.request('/api/releases/other', {
    headers: { 'x-role': 'auditor' },
  });
  expect(response.status).toBe(400);
});
