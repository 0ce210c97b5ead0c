// Holds our interpreter of the Amazon States Language against a second engine: LocalStack's, which
// its makers held against the service and which moto ships. Needs Python 3 and PyPI:
//   npm run test:flows
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { freePort } from '../free-port.mjs';
import { pythonPrograms } from '../python.mjs';

const PACKAGES = ['moto[stepfunctions]==5.2.5', 'flask==3.1.2', 'flask-cors==6.0.1'];

const here = dirname(fileURLToPath(import.meta.url));
const programs = pythonPrograms(PACKAGES);
const folder = mkdtempSync(join(tmpdir(), 'strata-flows-'));
const [enginePort, functionsPort] = [await freePort(), await freePort()];
// moto calls functions at the port it takes for its own: that is how they are answered here.
const engine = spawn(join(programs, 'moto_server'), ['-H', '127.0.0.1', '-p', `${enginePort}`], {
  env: { ...process.env, MOTO_PORT: `${functionsPort}` },
  stdio: 'ignore',
});
try {
  const bundle = join(folder, 'compare.mjs');
  await build({
    entryPoints: [join(here, 'compare.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);",
    },
    logLevel: 'error',
  });
  const endpoint = `http://127.0.0.1:${enginePort}`;
  await configured(`${endpoint}/moto-api/config`);
  execFileSync(process.execPath, [bundle, endpoint, `${functionsPort}`], {
    stdio: 'inherit',
    env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  });
} catch (error) {
  if (error.status === undefined) throw error;
  process.exitCode = 1;
} finally {
  engine.kill();
  rmSync(folder, { recursive: true, force: true });
}

/** Waits for the engine and tells it to run what it is given. */
async function configured(url) {
  const body = JSON.stringify({ stepfunctions: { execute_state_machine: true } });
  for (let left = 150; left > 0; left -= 1) {
    const answer = await fetch(url, { method: 'POST', body }).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(200);
  }
  throw new Error(`the second engine must answer within 30 s, got nothing at ${url}`);
}
