import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { spawnSync } from 'node:child_process';

/** A copy of a file of `lambda/` with one capability taken out. */
export interface Mutant {
  readonly file: string;
  /** `step touches records.read:document`, or where the union of a helper's ports stands. */
  readonly without: string;
  readonly source: string;
}

const FOLDER = 'dist/mutants';
const CAPABILITY = /'([a-z][A-Za-z]*(?:\.[a-zA-Z]+)?(?::[a-z-]+)?)'/g;

/** Every capability of every `touches` and of every `PortsOf<…>` union, each taken out once. */
export function mutantsOf(file: string): readonly Mutant[] {
  const text = readFileSync(file, 'utf8');
  const places = [
    ...text.matchAll(/(?:touches: |TOUCHES = )\[[^\]]*\]/g),
    ...text.matchAll(/PortsOf<\s*(?:\|\s*)?'[^>]*>/g),
  ];
  return places.flatMap((place) =>
    [...place[0].matchAll(CAPABILITY)].map((member) => ({
      file,
      without: `${place[0].slice(0, 8)}… ${member[1]}`,
      source: cut(text, place.index + member.index, member[0].length),
    })),
  );
}

/** Takes a member out of a list or a union, with the comma or bar that goes with it. */
function cut(text: string, at: number, length: number): string {
  const before = text.slice(0, at).replace(/\|\s*$/, '');
  const isUnion = before.length < text.slice(0, at).length;
  const after = text.slice(at + length);
  const rest = isUnion ? after : after.replace(/^\s*[,|]/, '');
  // A union of one becomes none.
  return /PortsOf<\s*$/.test(before) && /^\s*>/.test(rest)
    ? `${before}never${rest}`
    : before + rest;
}

/** Compiles all at once. @returns of each source whether the compiler refuses it, in order */
export function refusals(files: readonly Pick<Mutant, 'file' | 'source'>[]): readonly boolean[] {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  files.forEach(({ file, source }, index) => {
    writeFileSync(join(FOLDER, `m${index}.ts`), moved(file, source));
  });
  const settings = { extends: '../../tsconfig.json', include: ['*.ts'] };
  writeFileSync(join(FOLDER, 'tsconfig.json'), JSON.stringify(settings));
  const { stdout } = spawnSync('node_modules/.bin/tsc', ['-p', FOLDER, '--pretty', 'false'], {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  const refused = new Set([...stdout.matchAll(/m(\d+)\.ts\(/g)].map(([, index]) => Number(index)));
  rmSync(FOLDER, { recursive: true });
  return files.map((_, index) => refused.has(index));
}

/** The source with imports as they are from the folder of copies. */
function moved(file: string, source: string): string {
  return source.replaceAll(/from '(\.[^']+)'/g, (_, specifier: string) => {
    const target = relative(FOLDER, join(dirname(file), specifier)).replaceAll('\\', '/');
    return `from '${target}'`;
  });
}

export function sourcesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}
