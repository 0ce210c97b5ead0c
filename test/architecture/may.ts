import type { Area } from './areas.ts';

interface May {
  /** Areas whose values, and types, may be imported. */
  readonly values: readonly Area[];
  /** Areas of which types alone may be. */
  readonly types: readonly Area[];
  readonly packages: RegExp;
}

const NONE = /^(?!)/;
/** design.md, "Who may import whom". */
export const MAY: Readonly<Record<Area, May>> = {
  config: { values: ['config', 'errors'], types: [], packages: /^(zod|node:(fs|path))$/ },
  errors: { values: [], types: [], packages: /^(zod|canonicalize|node:crypto)$/ },
  access: { values: [], types: [], packages: NONE },
  env: { values: ['config', 'errors'], types: ['domain'], packages: /^zod$/ },
  ports: { values: ['ports', 'errors'], types: ['domain', 'config'], packages: /^zod$/ },
  step: {
    values: ['errors', 'run'],
    types: ['ports', 'domain', 'http'],
    packages: /^(zod|hono)$/,
  },
  domain: {
    values: ['domain', 'errors', 'step'],
    types: ['ports', 'config'],
    // Pure: no file, network, clock or chance of their own.
    packages:
      /^(zod|fflate|tinyld\/light|cheerio\/slim|saxes|numfmt|postal-mime|@kenjiuno\/(msgreader|decompressrtf)|@hyzyla\/pdfium|ibantools|stdnum\/lib\/cjs\/[a-z]{2}\/[a-z]+)$/,
  },
  flow: { values: ['flow', 'errors', 'run'], types: ['step'], packages: NONE },
  run: { values: ['run', 'ports', 'errors'], types: ['step', 'domain'], packages: /^zod$/ },
  // The one place that knows which adapter plays which role on AWS.
  wiring: {
    values: ['adapters', 'env', 'domain', 'config', 'errors'],
    types: ['ports'],
    packages: NONE,
  },
  http: {
    values: ['http', 'domain', 'errors', 'step', 'access'],
    types: ['ports', 'config'],
    packages: /^(zod|hono(\/[a-z/-]+)?)$/,
  },
  adapters: {
    values: ['adapters', 'errors', 'config', 'domain'],
    types: ['ports'],
    packages:
      /^(zod|aws4fetch|@aws-lambda-powertools\/metrics|eventsource-parser\/stream|@aws-sdk\/[a-z0-9-]+|@smithy\/node-http-handler|node:(crypto|fs|path|worker_threads))$/,
  },
  // How Lambda calls what is declared.
  functions: {
    values: ['functions', 'adapters', 'http', 'step', 'flow', 'run', 'domain', 'errors'],
    types: ['ports'],
    packages:
      /^(zod|node:(crypto|timers\/promises)|hono\/aws-lambda|@aws-lambda-powertools\/logger)$/,
  },
  local: {
    values: [
      'local',
      'ports',
      'errors',
      'step',
      'domain',
      'http',
      'config',
      'flow',
      'run',
      'access',
    ],
    types: [],
    packages:
      /^(node:[a-z_/]+|zod|fflate|hono(\/html)?|@hono\/node-server(\/[a-z-]+)?|libsql|sharp|sqlite-vec|tesseract\.js|@tesseract\.js-data\/eng|@hyzyla\/pdfium|@pdf-lib\/standard-fonts|#steps)$/,
  },
  cli: {
    values: [
      'cli',
      'local',
      'adapters',
      'http',
      'domain',
      'errors',
      'config',
      'step',
      'access',
      'lib/doctor',
      'lib/checks',
      'lib/shared',
    ],
    types: ['ports'],
    packages: /^(node:[a-z_/]+|zod|commander|listr2|esbuild)$/,
  },
  bin: {
    values: ['bin', 'cli', 'local', 'lib', 'lib/checks', 'lib/shared', 'config', 'errors', 'build'],
    types: [],
    packages: /^(node:[a-z_/]+|esbuild|@wasm-fmt\/biome_fmt|aws-cdk-lib(\/[a-z-]+)?)$/,
  },
  'lib/shared': {
    values: ['lib/shared', 'config', 'env', 'errors', 'ports'],
    types: [],
    packages: /^(node:(crypto|fs|module|path)|zod|constructs|aws-cdk-lib(\/[a-z0-9-]+)?|cdk-nag)$/,
  },
  // What is asserted of a whole platform, so they synthesize one.
  'lib/checks': {
    values: ['lib/checks', 'lib/shared', 'lib', 'config', 'errors'],
    types: [],
    packages:
      /^(node:(crypto|fs|module|path)|zod|constructs|aws-cdk-lib(\/[a-z0-9-]+)?|cdk-nag|@cloud-copilot\/iam-data)$/,
  },
  'lib/layer': {
    values: ['lib/layer', 'lib/shared', 'config', 'env', 'errors', 'ports', 'access'],
    types: [],
    packages: /^(node:(fs|path)|zod|constructs|aws-cdk-lib(\/[a-z0-9-]+)?)$/,
  },
  // What an account must have before an environment is deployed to it.
  'lib/doctor': {
    values: ['lib/doctor', 'lib/checks', 'lib/shared', 'config', 'domain', 'errors'],
    types: [],
    packages: /^aws-cdk-lib\/core$/,
  },
  'lib/delivery': {
    values: ['lib/delivery', 'lib/shared', 'lib', 'config', 'errors'],
    types: [],
    packages: /^(constructs|aws-cdk-lib(\/[a-z0-9-]+)?)$/,
  },
  lib: {
    values: ['lib', 'lib/layer', 'lib/shared', 'lib/checks', 'lib/delivery', 'config', 'errors'],
    types: [],
    packages: /^(node:fs|zod|constructs|aws-cdk-lib(\/[a-z0-9-]+)?)$/,
  },
  web: {
    values: ['web'],
    types: ['ports', 'domain', 'config', 'access'],
    packages: /^(react|react-dom\/client)$/,
  },
  'web/build': { values: [], types: [], packages: /^(node:[a-z_/]+|esbuild)$/ },
  // Describes what is declared: it reads all of it.
  build: {
    values: ['build', 'wiring', 'flow', 'ports', 'config', 'access', 'web/build'],
    types: ['step'],
    packages: /^(node:[a-z_/]+|esbuild|zod|#steps)$/,
  },
};

/** What the laptop takes from there: a real language model that a user names, and the parser. */
export const NAMED_BY_USER =
  /^lambda\/adapters\/(language-model\/(providers|time)|parser\/parser)\.ts$/;
