import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Declarations stand at the top of their file: `export const retrieveChunks = step({`. */
const DECLARED =
  /^export const (\w+) = (?:step|area|consumer|schedule|resource)\(\{\s*name: '([a-z0-9-]+)'/gm;
const FOLDERS = ['lambda/domain', 'lambda/http'];

/**
 * Every declaration below `lambda/`, by name: `{ name, file, export }`, `file` relative to the root.
 * @throws where a name is declared twice, or a file of steps declares something this cannot see
 */
export async function declaredSteps(root) {
  const found = [];
  for (const folder of FOLDERS) {
    const entries = await readdir(path.join(root, folder), {
      recursive: true,
      withFileTypes: true,
    });
    for (const entry of entries) {
      if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
      const full = path.join(entry.parentPath, entry.name);
      const text = await readFile(full, 'utf8');
      const file = path.relative(root, full).replaceAll(path.sep, '/');
      const here = [...text.matchAll(DECLARED)].map(([, exported, name]) => ({
        name,
        file,
        export: exported,
      }));
      const all = text.match(/= (step|area|consumer|schedule|resource)\(\{/g)?.length ?? 0;
      if (all !== here.length) {
        throw new Error(
          `${file} must export each declaration as \`export const x = step({ name: 'its-name', …\``,
        );
      }
      found.push(...here);
    }
  }
  found.sort((a, b) => (a.name < b.name ? -1 : 1));
  const twice = found.find(({ name }, at) => found[at - 1]?.name === name);
  if (twice) throw new Error(`${twice.name} must be declared once, it is declared twice`);
  return found;
}

/** Source of the module `#steps`: all declarations, for the laptop, the build and tests. */
export function stepsModule(declared) {
  const imports = declared.map(
    (one, at) => `import { ${one.export} as declared${at} } from '../../${one.file}';`,
  );
  const names = declared.map((_, at) => `declared${at}`);
  return `// Written by build.mjs.\n${imports.join('\n')}\n\nexport const declaredSteps = [\n  ${names.join(',\n  ')},\n] as const;\n`;
}
