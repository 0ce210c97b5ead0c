import { type Area, areaOf } from './areas.ts';
import { MAY, NAMED_BY_USER } from './may.ts';
import { COMPUTED, type FactKind, type Import, type Source } from './read-source.ts';

export interface Violation {
  readonly rule: RuleId;
  readonly file: string;
  readonly detail: string;
}
export type RuleId = keyof typeof RULES;

/** The one adapter that runs a part of the domain: parsers, where they can be ended. */
const PARSER = /^lambda\/adapters\/parser\//;

const BY_DOCUMENT = ['text', 'layout', 'document'] as const;
const CLASSICAL = [
  ...BY_DOCUMENT,
  'encoding',
  'markup',
  'rtf',
  'office',
  'mail',
  'pdf',
  'parsing',
  'features',
  'trees',
  'fields',
  'mlops',
] as const;
const GENERATIVE = [...BY_DOCUMENT, 'rails', 'gateway', 'extractive', 'llmops'] as const;
const ABOVE = ['compliance', 'governance', 'evaluation', 'compare'] as const;
const LAYERS = ['infrastructure', 'data', 'model', 'governance', 'orchestration', 'application'];

const MAX_LINES = 250;
const MAX_FILES = 20;
/** Words that say nothing of what a file is. */
const EMPTY_NAMES = /(^|[/-])(utils?|helpers?|common|manager|info|misc)([-.]|$)/;

/** Every rule, by what it demands; each has a planted violation in `plants.ts`. */
export const RULES = {
  'every file belongs to a listed area': eachFile(({ path }) =>
    areaOf(path) === null ? [path] : [],
  ),
  'every import of ours goes to a listed area': eachImport(({ to, ours }) =>
    ours && areaOf(to) === null ? [to] : [],
  ),
  'an area imports only the areas that it may': eachImport(importsOtherArea),
  'an area imports only the packages that it may': eachImport(importsOtherPackage),
  'a specifier is a literal': eachImport(({ to }, { path }) =>
    // Entry points import what they have just built.
    to === COMPUTED && areaOf(path) !== 'bin' ? [to] : [],
  ),
  'relative imports end in an extension': eachImport(({ ours, specifier }) =>
    ours && !/\.(ts|tsx|mjs|json|css|md)$/.test(specifier) ? [specifier] : [],
  ),
  'adapters take types and schemas of the domain': eachImport(
    ({ to, typeOnly, names }, { path }) => {
      const domain = areaOf(path) === 'adapters' && areaOf(to) === 'domain' && !typeOnly;
      const worker =
        PARSER.test(path) && /^lambda\/domain\/(layout|document|pdf|parsing)\//.test(to);
      return domain && !worker ? names.filter((name) => !name.endsWith('Schema')) : [];
    },
  ),
  'folders of the domain import downward': eachImport(importsUpwardInDomain),
  'the sides never import one another': eachImport(({ to }, { path }) =>
    oppose(sideOf(path), sideOf(to)) ? [to] : [],
  ),
  'a layer uses only layers below it': eachImport(importsUpwardInLayers),
  'the environment is read in lambda/env.ts alone': eachFact(
    ['environment'],
    (path, area) => !['env', 'bin', 'build', 'web/build'].includes(area) && path !== 'bin/app.ts',
  ),
  'domain and flows have no clock, chance, network or console': eachFact(
    ['clock', 'chance', 'network', 'console'],
    (_, area) => area === 'domain' || area === 'flow',
  ),
  'import.meta and top-level await stand in entry points only': eachFact(
    ['import-meta', 'top-level-await'],
    (_, area) => !['bin', 'wiring', 'build', 'web/build'].includes(area),
  ),
  'no file re-exports others': eachFact(['re-export'], () => true),
  'exports have names': eachFact(
    ['default-export'],
    // Declarations describe packages of others.
    (path) => !path.endsWith('.d.ts'),
  ),
  'no type error is silenced': eachFact(['ts-suppression'], () => true),
  'no file is longer than 250 lines': eachFile(({ path, lines }) =>
    /\.(ts|tsx|mjs)$/.test(path) && lines > MAX_LINES ? [`${lines} lines`] : [],
  ),
  'a name says what a file is': eachFile(({ path }) =>
    EMPTY_NAMES.test(path.slice(path.lastIndexOf('/') + 1)) ? [path] : [],
  ),
  'a folder holds at most 20 files': (files: readonly Source[]): Omit<Violation, 'rule'>[] =>
    [...countByFolder(files)].flatMap(([file, count]) =>
      count > MAX_FILES ? [{ file, detail: `${count} files` }] : [],
    ),
} as const;

/** What breaks which rule, in a tree of sources. */
export function violationsIn(files: readonly Source[]): Violation[] {
  return Object.entries(RULES).flatMap(([rule, check]) =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a key of RULES
    check(files).map((found) => ({ rule: rule as RuleId, ...found })),
  );
}

function importsOtherArea({ to, ours, typeOnly }: Import, { path }: Source): string[] {
  const [from, target] = [areaOf(path), areaOf(to)];
  if (!ours || from === null || target === null) return [];
  if (from === 'local' && target === 'adapters' && (typeOnly || NAMED_BY_USER.test(to))) return [];
  const { values, types } = MAY[from];
  const may = values.includes(target) || (typeOnly && (types.includes(target) || isCaller(from)));
  return may ? [] : [`${to}${typeOnly ? ' (types)' : ''}`];
}

/** Entry points see every type: what they pass on was made by somebody else. */
function isCaller(area: Area): boolean {
  return area === 'local' || area === 'cli' || area === 'bin';
}

function importsOtherPackage({ to, ours }: Import, { path }: Source): string[] {
  const area = areaOf(path);
  return ours || area === null || to === COMPUTED || MAY[area].packages.test(to) ? [] : [to];
}

function importsUpwardInDomain({ to }: Import, { path }: Source): string[] {
  const [from, target] = [domainFolder(path), domainFolder(to)];
  if (from === null || target === null || from === target) return [];
  return below(from).includes(target) ? [] : [to];
}

/** Folders that a folder of the domain may import. An unlisted folder may import none. */
function below(folder: string): readonly string[] {
  const above = ABOVE.findIndex((one) => one === folder);
  if (above >= 0) return [...CLASSICAL, ...GENERATIVE, ...ABOVE.slice(0, above)];
  return [CLASSICAL, GENERATIVE].flatMap((chain) => {
    const at = chain.findIndex((one) => one === folder);
    return at < 0 ? [] : chain.slice(0, at);
  });
}

function domainFolder(path: string): string | null {
  return /^lambda\/domain\/([a-z]+)\//.exec(path)?.[1] ?? null;
}

function importsUpwardInLayers({ to }: Import, { path }: Source): string[] {
  const [from, target] = [layerOf(path), layerOf(to)];
  return from >= 0 && target > from ? [to] : [];
}

function layerOf(path: string): number {
  return LAYERS.indexOf(/^lib\/([a-z]+)\//.exec(path)?.[1] ?? '');
}

function sideOf(path: string): string | null {
  return /(?:^|\/)(llmops|mlops)[-/][^/]/.exec(path)?.[1] ?? null;
}

function oppose(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}

function countByFolder(files: readonly Source[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { path } of files) {
    const folder = path.slice(0, path.lastIndexOf('/'));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return counts;
}

type Check = (files: readonly Source[]) => Omit<Violation, 'rule'>[];

function eachFile(find: (file: Source) => readonly string[]): Check {
  return (files) =>
    files.flatMap((file) => find(file).map((detail) => ({ file: file.path, detail })));
}

function eachImport(find: (one: Import, file: Source) => readonly string[]): Check {
  return eachFile((file) => [...new Set(file.imports.flatMap((one) => find(one, file)))]);
}

function eachFact(
  kinds: readonly FactKind[],
  forbidden: (path: string, area: Area) => boolean,
): Check {
  return eachFile(({ path, facts }) => {
    const area = areaOf(path);
    if (area === null || !forbidden(path, area)) return [];
    return [...new Set(facts.filter((kind) => kinds.includes(kind)))];
  });
}
