import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';

/** Run by another package: oxlint starts it for `--type-aware`. */
const COMPANIONS = { 'oxlint-tsgolint': 'oxlint' };
const packageSchema = z.object({
  scripts: z.record(z.string(), z.string()),
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});

const manifest = packageSchema.parse(JSON.parse(readFileSync('package.json', 'utf8')));
const folders = ['bench', 'bin', 'build', 'cli', 'config', 'lambda', 'lib', 'local', 'test', 'web'];
const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
);
const sources = [...files, 'build.mjs', 'tsconfig.json']
  .filter((file) => /\.(tsx?|[cm]js)$|^tsconfig/.test(file))
  .map((file) => readFileSync(file, 'utf8'));
const commands = Object.values(manifest.scripts).map((script) => script.split(' ')[0]);

test('no package is installed that no code imports and no script runs', () => {
  const packages = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(packages.filter((name) => !isUsed(name))).toEqual([]);
});

test('a package that nothing names is found', () => {
  expect(isUsed(['left', 'pad'].join('-'))).toBe(false);
});

/** Named in quotes, or resolved by path from `node_modules`, or a platform's part of it is. */
function isUsed(name: string): boolean {
  const [companion] = Object.entries(COMPANIONS).flatMap(([one, of]) => (one === name ? [of] : []));
  const subject = (companion ?? name).replace(/^@types\//, '');
  if (commands.includes(subject)) return true;
  const named = new RegExp(`['"\`/]${subject.replaceAll('.', '\\.')}(['"\`/]|-\\$)`);
  return sources.some((source) => named.test(source));
}
