// CPU time of every function's import and of its import and first invocation, beside an empty handler that
// makes the same SDK clients with the same options:
//   node bench/bundles/run.mjs [--runs 7] [--only STEM]
// The environment is what the templates of student and prod give, the event the least that the input's schema accepts, and
// the services hold nothing. Exits 1 where a limit is broken.
import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { functionOptions } from '../../build.mjs';
import { option } from '../alternate.mjs';
import { sampleEvent } from './sample-event.mjs';
import { bundles } from './sizes.mjs';
import { stubServices } from './stub-services.mjs';

/** Milliseconds above the empty handler. */
const MAX_IMPORT = 15;
const MAX_FIRST = 30;
/** Class to make, by package. */
const CLIENTS = {
  '@aws-sdk/client-bedrock-runtime': 'BedrockRuntimeClient',
  '@aws-sdk/client-dynamodb': 'DynamoDBClient',
  '@aws-sdk/client-s3': 'S3Client',
  '@aws-sdk/client-sagemaker': 'SageMakerClient',
  '@aws-sdk/client-sagemaker-featurestore-runtime': 'SageMakerFeatureStoreRuntimeClient',
  '@aws-sdk/client-sagemaker-runtime': 'SageMakerRuntimeClient',
  '@aws-sdk/client-sfn': 'SFNClient',
  '@aws-sdk/client-textract': 'TextractClient',
};
const COLUMNS = [32, 7, 9, 11, 9, 9, 9];
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const run = promisify(execFile);
const runs = Number(option('runs', 7));
const only = option('only', null);

const built = await bundles();
// Below the project, where programs find the packages.
const directory = await mkdtemp(path.join(root, 'dist/bench-'));
const services = await stubServices();
let broken = 0;
try {
  const declared = JSON.parse(await readFile(path.join(root, 'dist/steps.json'), 'utf8'));
  const environments = await environmentsDeployed();
  print(['function', 'kB', 'clients', 'import ms', '+ empty', 'first ms', '+ empty']);
  for (const { stem, bytes, clients } of built) {
    if (only !== null && stem !== only) continue;
    const declaration = declared.find(({ name }) => name === stem);
    const measured = await measure({ stem, clients, declaration, given: environments[stem] });
    if (measured.isBroken) broken += 1;
    print([stem, (bytes / 1_000).toFixed(0), clients.length, ...measured.columns], measured.note);
  }
} finally {
  services.close();
  await rm(directory, { recursive: true });
}
console.log(`Node ${process.version}, least of ${runs} fresh processes; ${broken} limits broken`);
process.exitCode = broken > 0 ? 1 : 0;

async function measure({ stem, clients, declaration, given }) {
  const bundle = path.join(root, 'dist/functions', stem, 'index.mjs');
  const empty = await emptyHandler(clients);
  const event = JSON.stringify(sampleEvent(declaration, services.url));
  const taken = { bundle: [], empty: [] };
  for (let turn = 0; turn < runs; turn += 1) {
    taken.bundle.push(await coldStart(bundle, event, given));
    taken.empty.push(await coldStart(empty, event, given));
  }
  const least = (times, what) => Math.min(...times.map((time) => time[what]));
  const figures = ['imported', 'invoked'].map((what) => {
    const ours = least(taken.bundle, what);
    return { ours, more: ours - least(taken.empty, what) };
  });
  const [imported, invoked] = figures;
  const isBroken = imported.more > MAX_IMPORT || invoked.more > MAX_FIRST;
  const { error } = taken.bundle[0];
  if (error?.includes('must have the shape'))
    throw new Error(`${stem} refused its event: ${error}`);
  return {
    isBroken,
    columns: figures.flatMap(({ ours, more }) => [ours.toFixed(1), more.toFixed(1)]),
    note: `${isBroken ? 'TOO SLOW ' : ''}${error?.slice(0, 60) ?? ''}`,
  };
}

async function environmentsDeployed() {
  const outfile = path.join(directory, 'environments.mjs');
  await build({
    entryPoints: [path.join(root, 'bench/bundles/environments.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  });
  const env = { ...process.env, CDK_VALIDATION: 'false' };
  const printed = execFileSync(process.execPath, [outfile], { cwd: root, env, encoding: 'utf8' });
  return JSON.parse(printed.trim().split('\n').at(-1));
}

async function emptyHandler(clients) {
  const outfile = path.join(directory, `${clients.join('-').replaceAll('/', '_') || 'none'}.mjs`);
  const settings = "import { clientSettings } from './lambda/adapters/client-settings.ts';";
  const imports = clients.map((name) => `import { ${CLIENTS[name]} } from '${name}';`);
  const options = 'clientSettings({}, { requestTimeoutMs: 1_000, attempts: 1 })';
  const made = clients.map((name) => `new ${CLIENTS[name]}(${options})`);
  await build({
    ...functionOptions,
    stdin: {
      contents: [
        ...(clients.length > 0 ? [settings] : []),
        ...imports,
        `const made = [${made}];`,
        'export const handler = async () => made.length;',
      ].join('\n'),
      resolveDir: root,
    },
    outfile,
    logLevel: 'warning',
  });
  return outfile;
}

async function coldStart(file, event, given) {
  const program = path.join(root, 'bench/bundles/cold-start.mjs');
  const { stdout } = await run(process.execPath, [program, file, event], {
    env: {
      ...given,
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'TEST',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_ENDPOINT_URL: services.url,
      ...(given.COLLECTION_ENDPOINT && { COLLECTION_ENDPOINT: services.url }),
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    },
  });
  return JSON.parse(stdout.trim().split('\n').at(-1));
}

function print(columns, note = '') {
  const padded = columns.map((column, at) =>
    at === 0 ? column.padEnd(COLUMNS[at]) : String(column).padStart(COLUMNS[at]),
  );
  console.log(`${padded.join('')} ${note}`.trimEnd());
}
