import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { zipSync, strToU8 } from 'fflate';
import type { ClientSettings } from '../../lambda/adapters/client-settings.ts';

export const ACCOUNT = '000000000000';
export const REGION = 'eu-west-1';
const CREDENTIALS = { accessKeyId: 'test', secretAccessKey: 'test' };
const START_MS = 60_000;
const STAND_IN = 'strata-stand-in';

export interface Emulator {
  readonly url: string;
  /** What a command needs in its environment to talk to it. */
  readonly env: Readonly<Record<string, string>>;
  /** What an SDK's client is made with to talk to it. */
  readonly client: ClientSettings;
  /** One signed request to a service's API. */
  readonly call: (service: string, path: string, init?: RequestInit) => Promise<Response>;
  readonly stop: () => Promise<void>;
}

/** MiniStack on loopback; its functions run on this Node and find the stand-ins in their place. */
export async function startEmulator(options: {
  readonly programs: string;
  readonly port: number;
  readonly standInsUrl: string;
  readonly folder: string;
}): Promise<Emulator> {
  const url = `http://127.0.0.1:${options.port}`;
  const log = openSync(join(options.folder, 'emulator.log'), 'w');
  const ministack = spawn(
    join(options.programs, 'python'),
    [resolve('test/emulated/mended_ministack.py')],
    {
      cwd: options.folder,
      stdio: ['ignore', log, log],
      env: { ...process.env, ...emulatorEnv(options) },
    },
  );
  await answering(`${url}/_ministack/health`, ministack);
  const client = new AwsClient({ ...CREDENTIALS, region: REGION, retries: 0 });
  return {
    url,
    env: {
      AWS_ENDPOINT_URL: url,
      AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
      AWS_REGION: REGION,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      CDK_DEFAULT_ACCOUNT: ACCOUNT,
      CDK_DEFAULT_REGION: REGION,
    },
    client: { endpoint: url, region: REGION, credentials: CREDENTIALS },
    call: (service, path, init = {}) =>
      client.fetch(`${url}${path}`, { ...init, aws: { service, region: REGION } }),
    stop: () => ended(ministack),
  };
}

function emulatorEnv(options: {
  readonly port: number;
  readonly standInsUrl: string;
  readonly folder: string;
}) {
  const { standInsUrl } = options;
  return {
    HOME: options.folder,
    GATEWAY_PORT: String(options.port),
    BIND_HOST: '127.0.0.1',
    // Names under localhost resolve to loopback: buckets stand before it in the host.
    MINISTACK_HOST: 'localhost',
    MINISTACK_REGION: REGION,
    LAMBDA_EXECUTOR: 'local',
    // A role's credentials have one.
    AWS_SESSION_TOKEN: 'session',
    MINISTACK_BEDROCK_PROXY_URL: standInsUrl,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    // What functions inherit: services that the emulator lacks, or has without what we use of them.
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: standInsUrl,
    AWS_ENDPOINT_URL_SAGEMAKER: standInsUrl,
    AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME: standInsUrl,
    AWS_ENDPOINT_URL_SAGEMAKER_FEATURESTORE_RUNTIME: standInsUrl,
    AWS_ENDPOINT_URL_TEXTRACT: standInsUrl,
  };
}

/** A function that passes events of custom resources on to the stand-ins; its ARN. */
export async function createStandInFunction(emulator: Emulator, standInsUrl: string) {
  const source = `exports.handler = async (event) => {
    const reply = await fetch('${standInsUrl}/custom-resource', { method: 'POST', body: JSON.stringify(event) });
    const body = await reply.text();
    await fetch(event.ResponseURL, { method: 'PUT', body });
  };`;
  const zip = Buffer.from(zipSync({ 'index.js': strToU8(source) })).toString('base64');
  const reply = await emulator.call('lambda', '/2015-03-31/functions', {
    method: 'POST',
    body: JSON.stringify({
      FunctionName: STAND_IN,
      Runtime: 'nodejs20.x',
      Handler: 'index.handler',
      Role: `arn:aws:iam::${ACCOUNT}:role/stand-in`,
      Timeout: 60,
      Code: { ZipFile: zip },
    }),
  });
  if (!reply.ok) throw new Error(`the stand-in's function: ${reply.status} ${await reply.text()}`);
  return `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${STAND_IN}`;
}

async function answering(url: string, process: ChildProcess): Promise<void> {
  const giveUpAt = Date.now() + START_MS;
  while (Date.now() < giveUpAt && process.exitCode === null) {
    if ((await fetch(url).catch(() => undefined))?.ok) return;
    await sleep(200);
  }
  throw new Error(`the emulator must answer at ${url} within ${START_MS} ms; see emulator.log`);
}

async function ended(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null) return;
  const exit = new Promise((settle) => process.once('exit', settle));
  process.kill('SIGTERM');
  await Promise.race([exit, sleep(5000)]);
  if (process.exitCode === null) process.kill('SIGKILL');
}
