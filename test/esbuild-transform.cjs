// What a test imports, for jest: TypeScript and ES modules become CommonJS by the bundler's own
// transform. `import()` becomes a `require`, because jest's sandbox loads no ES modules.
const { createHash } = require('node:crypto');
const path = require('node:path');
const { transformSync, version } = require('esbuild');

const OPTIONS = {
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  jsx: 'automatic',
  sourcemap: 'external',
  supported: { 'dynamic-import': false },
  define: { 'import.meta.url': '__moduleUrl' },
};
const LOADERS = { '.ts': 'ts', '.tsx': 'tsx' };
const MODULE_URL = "const __moduleUrl = require('node:url').pathToFileURL(__filename).href;";

module.exports = {
  process(source, file) {
    const { code, map } = transformSync(source, {
      ...OPTIONS,
      loader: LOADERS[path.extname(file)] ?? 'js',
      sourcefile: file,
      // On the first line: the map still fits.
      banner: source.includes('import.meta.url') ? MODULE_URL : '',
    });
    return { code, map };
  },
  getCacheKey: (source, file) =>
    createHash('sha256')
      .update(JSON.stringify([version, OPTIONS, MODULE_URL, file]))
      .update(source)
      .digest('hex'),
};
