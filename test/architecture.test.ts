import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}
type Area =
  | 'config'
  | 'domain'
  | 'ports'
  | 'errors'
  | 'env'
  | 'handlers'
  | 'http'
  | 'adapters'
  | 'functions'
  | 'local'
  | 'cli'
  | 'bin'
  | 'lib'
  | 'web';

/** Folder or file → area, the most specific first. */
const AREAS: readonly (readonly [string, Area])[] = [
  ['lambda/domain/', 'domain'],
  ['lambda/ports.ts', 'ports'],
  ['lambda/flows.ts', 'ports'],
  ['lambda/errors.ts', 'errors'],
  ['lambda/env.ts', 'env'],
  ['lambda/handlers/', 'handlers'],
  ['lambda/http/', 'http'],
  ['lambda/adapters/', 'adapters'],
  ['lambda/functions/', 'functions'],
  ['config/', 'config'],
  ['local/', 'local'],
  ['cli/', 'cli'],
  ['bin/', 'bin'],
  ['lib/', 'lib'],
  ['web/', 'web'],
];

/** design.md, "Who may import whom": values; `types` may be imported as types only. */
const RULES: Readonly<
  Record<Area, { readonly values: readonly Area[]; readonly types: readonly Area[] }>
> = {
  config: { values: ['config', 'errors'], types: [] },
  domain: { values: ['domain', 'errors'], types: ['ports', 'config'] },
  ports: { values: [], types: ['domain', 'config'] },
  errors: { values: [], types: [] },
  env: { values: ['config', 'errors'], types: ['domain'] },
  handlers: { values: ['handlers', 'domain', 'errors'], types: ['ports', 'config'] },
  http: { values: ['http', 'domain', 'errors'], types: ['ports', 'config'] },
  adapters: { values: ['adapters', 'errors', 'config', 'domain'], types: ['ports'] },
  functions: {
    values: ['handlers', 'http', 'adapters', 'env', 'domain', 'config', 'errors'],
    types: ['ports'],
  },
  local: {
    values: ['local', 'ports', 'errors', 'domain', 'handlers', 'http', 'config'],
    types: [],
  },
  cli: {
    values: ['cli', 'local', 'adapters', 'handlers', 'http', 'domain', 'errors', 'config'],
    types: ['ports'],
  },
  bin: { values: ['bin', 'cli', 'local', 'lib', 'config', 'errors'], types: [] },
  lib: { values: ['lib', 'config', 'env', 'errors'], types: [] },
  web: { values: ['web'], types: ['ports', 'domain', 'config'] },
};
/** Adapters that a user may name on the laptop: a real language model. */
const NAMED_BY_USER = /^lambda\/adapters\/language-model(-openai)?\.ts$/;
const LAYERS = ['infrastructure', 'data', 'model', 'governance', 'orchestration', 'application'];

const sources = listSources('.');
const imports = sources.flatMap((file) => parseImports(file, readFileSync(file, 'utf8')));

test.each([...new Set(AREAS.map(([, area]) => area))])('%s imports only what it may', (area) => {
  const found = imports.filter((one) => areaOf(one.from) === area && violates(one));
  expect(found.map((one) => `${one.from} → ${one.to}`)).toEqual([]);
});

test('the sides never import one another', () => {
  const found = imports.filter(crossesSides);
  expect(found.map((one) => `${one.from} → ${one.to}`)).toEqual([]);
});

test('a layer uses only layers below it', () => {
  const found = imports.filter(pointsUp);
  expect(found.map((one) => `${one.from} → ${one.to}`)).toEqual([]);
});

test.each([
  ['domain', /@aws-sdk|process\.env|Date\.now\(|new Date\(\)|Math\.random\(/],
  ['handlers', /@aws-sdk|process\.env/],
  ['http', /@aws-sdk|process\.env/],
] as const)('%s has no SDK, environment, clock or chance', (area, forbidden) => {
  const found = sources.filter(
    (file) => areaOf(file) === area && forbidden.test(withoutComments(readFileSync(file, 'utf8'))),
  );
  expect(found).toEqual([]);
});

test('import.meta and top-level await stand in bin, build and functions only', () => {
  const found = sources.filter((file) => {
    const area = areaOf(file);
    if (area === 'bin' || area === 'functions' || area === 'web') return false;
    return /import\.meta|^await /m.test(withoutComments(readFileSync(file, 'utf8')));
  });
  expect(found).toEqual([]);
});

test('no file is longer than 250 lines', () => {
  const long = sources.filter((file) => readFileSync(file, 'utf8').split('\n').length > 251);
  expect(long).toEqual([]);
});

test('no file re-exports others', () => {
  const barrels = sources.filter((file) =>
    /^export (\*|\{[^}]*\}) from /m.test(readFileSync(file, 'utf8')),
  );
  expect(barrels).toEqual([]);
});

describe('bites', () => {
  const planted = (from: string, code: string) => parseImports(from, code);

  test('a domain module that imports an adapter', () => {
    const [one] = planted(
      'lambda/domain/llmops/x.ts',
      "import { s3 } from '../../adapters/s3.ts';",
    );
    expect(one && violates(one)).toBe(true);
  });

  test('a side that imports the other', () => {
    const [one] = planted('lambda/domain/llmops/x.ts', "import { y } from '../mlops/y.ts';");
    expect(one && crossesSides(one)).toBe(true);
  });

  test('a layer that imports a higher one', () => {
    const [one] = planted('lib/data/x.ts', "import { Y } from '../model/y.ts';");
    expect(one && pointsUp(one)).toBe(true);
  });

  test('a value imported where only types may be', () => {
    const [one] = planted('web/x.ts', "import { y } from '../lambda/domain/document/y.ts';");
    const [type] = planted('web/x.ts', "import type { Y } from '../lambda/domain/document/y.ts';");
    expect([one && violates(one), type && violates(type)]).toEqual([true, false]);
  });
});

function violates({ from, to, typeOnly }: Import): boolean {
  const source = areaOf(from);
  const target = areaOf(to);
  if (source === null || target === null) return false;
  if (source === 'local' && target === 'adapters') return !(typeOnly || NAMED_BY_USER.test(to));
  if (source === 'local' || source === 'cli' || source === 'bin') {
    if (typeOnly) return false;
  }
  const rule = RULES[source];
  return !(rule.values.includes(target) || (typeOnly && rule.types.includes(target)));
}

function crossesSides({ from, to }: Import): boolean {
  const source = sideOf(from);
  const target = sideOf(to);
  return source !== null && target !== null && source !== target;
}

function pointsUp({ from, to }: Import): boolean {
  const source = LAYERS.indexOf(/^lib\/([a-z]+)\//.exec(from)?.[1] ?? '');
  const target = LAYERS.indexOf(/^lib\/([a-z]+)\//.exec(to)?.[1] ?? '');
  return source >= 0 && target > source;
}

function sideOf(file: string): 'llmops' | 'mlops' | null {
  const match = /(?:^|\/)(llmops|mlops)[-/][^/]/.exec(file);
  return match?.[1] === 'llmops' || match?.[1] === 'mlops' ? match[1] : null;
}

function areaOf(file: string): Area | null {
  return AREAS.find(([prefix]) => file.startsWith(prefix))?.[1] ?? null;
}

function parseImports(from: string, code: string): Import[] {
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?[^'";]*?from\s+'(\.[^']+)'|import\(\s*'(\.[^']+)'\s*\)/g;
  return [...code.matchAll(pattern)].map((match) => ({
    from,
    to: normalize(join(dirname(from), match[2] ?? match[3] ?? '')).replaceAll('\\', '/'),
    typeOnly: match[1] !== undefined,
  }));
}

function withoutComments(code: string): string {
  return code.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '');
}

function listSources(root: string): string[] {
  const folders = ['bin', 'config', 'lib', 'lambda', 'local', 'cli', 'web'];
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .filter((file) => !file.includes('node_modules')),
  );
}
