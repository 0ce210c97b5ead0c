import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StandIn } from '../../adapters/stand-in.ts';
import { ServiceError, startAws } from '../../lib/doctor/aws-wire.ts';
import { healthyAccount, replying } from '../../lib/doctor/healthy-account.ts';
import { finished, startStrata } from '../strata-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'strata-doctor-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let aws: StandIn | undefined;
afterEach(() => aws?.close());

/** The real command, its SDK pointed at the stand-in as the SDK's own variables say. */
async function command(replies: ReturnType<typeof healthyAccount>, ...args: readonly string[]) {
  aws = await startAws(replies, new Set());
  const child = startStrata(folder, args, {
    AWS_ENDPOINT_URL: aws.url,
    AWS_ACCESS_KEY_ID: 'TEST',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_MAX_ATTEMPTS: '1',
    NODE_NO_WARNINGS: '1',
  });
  return finished(child);
}
const notBootstrapped = replying('GetParameter', () => {
  throw new ServiceError('ParameterNotFound', 'no such parameter');
});

test('doctor prints JSON and ends with 0 where nothing is wrong', async () => {
  const { code, output } = await command(
    healthyAccount(),
    'doctor',
    '--json',
    '--alarm-email',
    'ops@example.com',
  );
  const report = JSON.parse(output.slice(output.indexOf('{')));
  expect(report).toMatchObject({ env: 'student', region: 'eu-west-1', account: '111122223333' });
  expect(report.findings.filter(({ level }: { level: string }) => level !== 'ok')).toEqual([]);
  expect(report.cost.idleUsdPerMonth).toBeCloseTo(0.5);
  expect(code).toBe(0);
}, 120_000);

test('doctor says what to run and ends with 1 where something is', async () => {
  const { code, output } = await command(notBootstrapped, 'doctor');
  expect(output).toMatch(
    /ERROR {2} bootstrap: .*\n.*→ run: npx cdk bootstrap aws:\/\/111122223333/,
  );
  expect(code).toBe(1);
}, 120_000);

test('deploy does not begin where doctor finds an error', async () => {
  const { code, output } = await command(notBootstrapped, 'deploy', '--yes');
  expect(output).toContain('nothing was deployed');
  expect(code).toBe(1);
  expect(aws?.sent.filter(({ body }) => /Action=(Create|Execute)/.test(body))).toEqual([]);
}, 120_000);
