import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceUnknownTypes } from './assembly.ts';
import { findProduct } from './deployed-product.ts';
import { drive } from './drive.ts';
import { createStandInFunction, startEmulator } from './emulator.ts';
import type { Emulator } from './emulator.ts';
import { Facts } from './facts.ts';
import { functionLogs } from './function-logs.ts';
import { KNOWN_FAULTS } from './known-faults.ts';
import { startSearchNode } from './search-node.ts';
import { doctorAgrees } from './doctor-agrees.ts';
import { leftOfSmoke } from './smoke-left.ts';
import { type ModelFaults, bedrockRuntime } from './stand-ins/bedrock.ts';
import { chat } from './stand-ins/chat.ts';
import { featureStore } from './stand-ins/feature-store.ts';
import { resourceStandIn } from './stand-ins/resources.ts';
import { serveStandIns } from './stand-ins/server.ts';
import { textract } from './stand-ins/textract.ts';
import { replacedTypes } from './stand-ins/types.ts';

/** Where everything is: written by run.mjs. */
const [, , folder = '', programs = '', classPath = '', ...ports] = process.argv;
const [emulatorPort = 0, standInsPort = 0, nodePort = 0] = ports.map(Number);
const standInsUrl = `http://127.0.0.1:${standInsPort}`;

let emulator: Emulator | undefined;
const running = (): Emulator => {
  if (emulator === undefined) throw new Error('the emulator has not started');
  return emulator;
};
const facts = new Facts(KNOWN_FAULTS);
const findings = new Set<string>();
const faults: ModelFaults = { status: null };
const made = new Map<string, string>();
const node = await startSearchNode({ classPath, port: nodePort, folder });
const types = replacedTypes({ emulator: running, nodeUrl: node.url, findings });
const stop = await serveStandIns(standInsPort, [
  resourceStandIn(types, made),
  bedrockRuntime(running, faults),
  featureStore(),
  textract(),
  // What is uploaded are invoices.
  chat({ category: 'invoice' }),
]);
try {
  emulator = await startEmulator({ programs, port: emulatorPort, standInsUrl, folder });
  const serviceToken = await createStandInFunction(emulator, standInsUrl);
  await facts.holds('the account bootstraps', () =>
    cdk('bootstrap', 'aws://000000000000/eu-west-1'),
  );
  await facts.holds('student deploys', async () => {
    const [synthesized, assembly] = [join(folder, 'synthesized'), join(folder, 'assembly')];
    await cdk('synth', '--quiet', '-o', synthesized);
    const replaced = replaceUnknownTypes(synthesized, assembly, serviceToken);
    console.log(
      `${replaced.length} resources of ${new Set(replaced.map(({ type }) => type)).size} types are made by stand-ins`,
    );
    await cdk('deploy', '--app', assembly, '--require-approval', 'never', 'student/*');
  });
  await facts.holds('the services would take what the stand-ins were given', () => {
    if (findings.size > 0) throw new Error([...findings].join('; '));
  });
  if (process.env['STRATA_HOLD']) await held();
  const product = await findProduct(emulator);
  await facts.holds(
    'strata doctor finds the account bootstrapped and the six stacks in order',
    () => doctorAgrees(running().env),
  );
  await facts.holds('strata smoke says that it works', () =>
    command('bin/strata.mjs', 'smoke', '--env', 'student', '--api-url', product.apiUrl),
  );
  await facts.holds('strata smoke leaves neither people nor documents nor questions', async () => {
    const left = await leftOfSmoke(running().client);
    if (left.length > 0) throw new Error(left.join(', '));
  });
  await drive(product, facts, faults);
  if (!facts.report()) {
    process.exitCode = 1;
    writeFileSync(join(folder, 'functions.log'), await functionLogs(emulator));
  }
} finally {
  await emulator?.stop();
  node.stop();
  stop();
}

/** For a look at the deployed product: until this process is told to go on. */
function held(): Promise<unknown> {
  console.log(`held at ${running().url}; go on: kill -USR2 ${process.pid} (${folder})`);
  return new Promise((resolve) => process.once('SIGUSR2', resolve));
}

function cdk(...args: readonly string[]): Promise<void> {
  return command('node_modules/aws-cdk/bin/cdk', ...args);
}

/** Not synchronous: the stand-ins answer from this process while it runs. */
async function command(program: string, ...args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, ...running().env, CI: 'true', CDK_VALIDATION: 'false', NO_COLOR: '1' },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece: Buffer) => {
      said = `${said}${piece.toString('utf8')}`.slice(-8000);
    });
  }
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`${program} ${args[0]} ended with ${String(code)}:\n${said}`);
}
