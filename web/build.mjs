import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
/** What `renderReport` puts in the place of. */
const DATA_PLACEHOLDER = '__STRATA_REPORT_DATA__';

const options = {
  absWorkingDir: path.dirname(here),
  bundle: true,
  define: { 'process.env.NODE_ENV': '"production"' },
  format: 'esm',
  jsx: 'automatic',
  legalComments: 'none',
  loader: { '.css': 'css' },
  logLevel: 'warning',
  metafile: true,
  minify: true,
  target: 'es2022',
  write: false,
};

/** The console and the report's template; returns what esbuild says stands in both. */
export async function bundleWeb({ outDir }) {
  await mkdir(path.join(outDir, 'assets'), { recursive: true });
  const metafiles = await Promise.all([bundleConsole(outDir), bundleReport(outDir)]);
  await copyFile(path.join(here, 'public/config.json'), path.join(outDir, 'config.json'));
  return metafiles;
}

/** Names bear a hash: a browser may keep what it has for ever. */
async function bundleConsole(outDir) {
  const { outputFiles, metafile } = await build({
    ...options,
    entryPoints: [path.join(here, 'console.tsx')],
    entryNames: '[name]-[hash]',
    outdir: path.join(outDir, 'assets'),
  });
  await Promise.all(outputFiles.map((file) => writeFile(file.path, file.contents)));
  const named = (extension) =>
    `./assets/${path.basename(outputFiles.find((file) => file.path.endsWith(extension)).path)}`;
  const page = await readFile(path.join(here, 'index.html'), 'utf8');
  await writeFile(
    path.join(outDir, 'index.html'),
    fill(page, {
      './console.css': named('.css'),
      './console.tsx': named('.js'),
    }),
  );
  return metafile;
}

/** One file that opens from disk without any network: script and styles stand in the page. */
async function bundleReport(outDir) {
  const { outputFiles, metafile } = await build({
    ...options,
    entryPoints: [path.join(here, 'report.tsx')],
    outdir: outDir,
  });
  const text = (extension) => outputFiles.find((file) => file.path.endsWith(extension)).text;
  const page = await readFile(path.join(here, 'report.html'), 'utf8');
  const html = fill(page, {
    '<!-- styles -->': `<style>${text('.css')}</style>`,
    '<!-- script -->': `<script type="module">${inline(text('.js'))}</script>`,
  });
  if (!html.includes(DATA_PLACEHOLDER)) {
    throw new Error(`web/report.html must hold ${DATA_PLACEHOLDER}; put it back`);
  }
  await writeFile(path.join(outDir, 'report-template.html'), html);
  return metafile;
}

function fill(page, values) {
  return Object.entries(values).reduce((filled, [mark, value]) => {
    if (!filled.includes(mark)) throw new Error(`the page must hold ${mark}; put it back`);
    // A replacement function: a `$&` in the script must stay as it is.
    return filled.replace(mark, () => value);
  }, page);
}

/** A script element ends at the first `</script`, and `<!--` changes how one is read. */
function inline(script) {
  return script.replaceAll(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '<\\!--');
}
