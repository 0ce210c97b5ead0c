// Size and CPU time of the import of every function's bundle, beside an empty handler that makes the same
// SDK clients: `node bench/bundles/run.mjs [runs]`. Exits 1 where a limit of the product is broken.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { functionOptions } from '../../build.mjs';
import { bundles } from './sizes.mjs';

const MAX_BYTES_ONE_CLIENT = 400_000;
const MAX_TIMES_EMPTY = 1.3;
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
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const run = promisify(execFile);
const runs = Number(process.argv[2] ?? 7);

const directory = await mkdtemp(path.join(tmpdir(), 'strata-bench-'));
// Two functions read an artefact while they start: here nothing is stored.
const store = createServer((_, response) => response.writeHead(404).end());
await new Promise((resolve) => store.listen(0, '127.0.0.1', resolve));
const environment = standInEnvironment(store.address().port);
let broken = 0;
console.log(
  `${'function'.padEnd(32)}${'kB'.padStart(7)}  clients${'import ms'.padStart(11)}${'empty ms'.padStart(10)}${'ratio'.padStart(7)}`,
);
for (const { stem, bytes, clients } of await bundles()) {
  const bundle = path.join(root, 'dist/functions', stem, 'index.mjs');
  const empty = await emptyHandler(clients);
  const times = { bundle: [], empty: [] };
  for (let turn = 0; turn < runs; turn += 1) {
    times.bundle.push(await importMs(bundle));
    times.empty.push(await importMs(empty));
  }
  const [ours, least] = [Math.min(...times.bundle), Math.min(...times.empty)];
  const ratio = ours / least;
  const tooLarge = clients.length === 1 && bytes > MAX_BYTES_ONE_CLIENT;
  const tooSlow = clients.length > 0 && ratio > MAX_TIMES_EMPTY;
  if (tooLarge || tooSlow) broken += 1;
  const note = [tooLarge ? 'TOO LARGE' : '', tooSlow ? 'TOO SLOW' : ''].join(' ');
  console.log(
    `${stem.padEnd(32)}${(bytes / 1_000).toFixed(0).padStart(7)}${String(clients.length).padStart(9)}` +
      `${ours.toFixed(1).padStart(11)}${least.toFixed(1).padStart(10)}${ratio.toFixed(2).padStart(7)} ${note}`,
  );
}
store.close();
await rm(directory, { recursive: true });
console.log(`Node ${process.version}, least of ${runs} fresh processes; ${broken} limits broken`);
process.exitCode = broken > 0 ? 1 : 0;

async function emptyHandler(clients) {
  const outfile = path.join(directory, `${clients.join('-').replaceAll('/', '_') || 'none'}.mjs`);
  const imports = clients.map((name) => `import { ${CLIENTS[name]} } from '${name}';`);
  const made = clients.map((name) => `new ${CLIENTS[name]}({})`);
  await build({
    ...functionOptions,
    stdin: {
      contents: `${imports.join('\n')}\nconst made = [${made}];\nexport const handler = async () => made.length;`,
      resolveDir: root,
    },
    outfile,
    logLevel: 'warning',
  });
  return outfile;
}

/** In a fresh process, as a cold start does. CPU time: the clock also tells what else runs. */
async function importMs(file) {
  // The streaming global is Lambda's own.
  const code = `globalThis.awslambda = { streamifyResponse: (handle) => handle }; const start = process.cpuUsage(); await import(${JSON.stringify(pathToFileURL(file).href)}); const { user, system } = process.cpuUsage(start); console.log((user + system) / 1_000); process.exit();`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code], {
    env: environment,
  });
  return Number(stdout.trim().split('\n').at(-1));
}

function standInEnvironment(port) {
  const rag = {
    strategy: 'recursive',
    chunkTokens: 400,
    overlapTokens: 60,
    topK: 5,
    candidates: 50,
    similarityThreshold: 0,
    fusionConstant: 60,
    contextTokens: 4_000,
    maxOutputTokens: 500,
  };
  const ingestion = { maxBytes: 50_000_000, maxPages: 1_000, maxDepth: 50, maxExpansion: 100 };
  const quotas = {
    requestsPerSecond: 10,
    burst: 20,
    asksPerMinutePerTenant: 20,
    tokensPerDayPerTenant: 500_000,
  };
  return {
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'TEST',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}`,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    STRATA_ENVIRONMENT: 'bench',
    DOCUMENTS_BUCKET: 'documents',
    ARTEFACTS_BUCKET: 'artefacts',
    RECORDS_TABLE: 'records',
    INGESTION_LIMITS: JSON.stringify(ingestion),
    COLLECTION_ENDPOINT: 'https://collection.example',
    VECTOR_INDEX: 'chunks',
    EMBEDDING_MODEL_ID: 'amazon.titan-embed-text-v2:0',
    EMBEDDING_DIMENSIONS: '1024',
    ANSWER_MODEL_ID: 'answer',
    FALLBACK_MODEL_ID: 'fallback',
    DOCUMENT_MODEL_ID: 'document',
    GUARDRAIL_ID: 'guardrail',
    GUARDRAIL_VERSION: '1',
    PROMPTS_BUCKET: 'prompts',
    PROMPTS_PREFIX: 'prompts/',
    RAG_SETTINGS: JSON.stringify(rag),
    FEATURE_GROUP: 'features',
    SERVING_KIND: 'lambda',
    SERVING_SETTINGS: '{"kind":"lambda"}',
    MODEL_PACKAGE_GROUP_ARN: 'arn:aws:sagemaker:eu-west-1:111122223333:model-package-group/bench',
    DOCUMENT_FLOW_ARN: 'arn:aws:states:eu-west-1:111122223333:stateMachine:documents',
    AUDIT_BUCKET: 'audit',
    SIDES: '{"mlops":true,"llmops":true}',
    QUOTAS: JSON.stringify(quotas),
    APPROVALS: '{"people":1}',
    METRICS_NAMESPACE: 'Strata',
  };
}
