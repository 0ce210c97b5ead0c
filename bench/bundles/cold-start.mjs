// One cold start, in a fresh process: imports a bundle and invokes it once, and prints the milliseconds of
// CPU after each: `node cold-start.mjs FILE EVENT`. CPU time, because the clock also tells what else runs.
import { writeSync } from 'node:fs';
import { Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';

const [, , file, event] = process.argv;
const print = (line) => writeSync(1, `${line}\n`);
const outcome = { error: null };
// Lambda has opened the outputs before it imports a function; the function's own lines are no result.
process.stdout.write = () => true;
process.stderr.write = () => true;
// Lambda's own: the stream of a reply.
globalThis.awslambda = {
  streamifyResponse: (handle) => (given, context) => handle(given, nowhere(), context),
  HttpResponseStream: { from: (stream) => stream },
};
const started = process.cpuUsage();
const spent = () => {
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1_000;
};
const { handler } = await import(pathToFileURL(file).href);
const imported = spent();
try {
  await handler(JSON.parse(event), { awsRequestId: 'one' });
} catch (error) {
  outcome.error = `${error.name}: ${error.message}`;
}
print(JSON.stringify({ imported, invoked: spent(), ...outcome }));
process.exit();

function nowhere() {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
