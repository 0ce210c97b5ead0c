import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type Plugin } from 'vite';

/** What `renderReport` puts in the place of. */
const DATA_PLACEHOLDER = '__STRATA_REPORT_DATA__';

/**
 * Builds `report.tsx` into one HTML file that opens from disk without any network: script and
 * styles stand in the page.
 */
export function reportTemplate(paths: { readonly root: string }): Plugin {
  let outDir = '';
  return {
    name: 'strata-report-template',
    apply: 'build',
    configResolved(config) {
      outDir = config.build.outDir;
    },
    async closeBundle() {
      const { script, styles } = await buildReport(paths.root);
      const page = await readFile(join(paths.root, 'report.html'), 'utf8');
      // Replacement functions: a `$&` in the script must stay as it is.
      const html = page
        .replace('<!-- styles -->', () => `<style>${styles}</style>`)
        .replace('<!-- script -->', () => `<script type="module">${inline(script)}</script>`);
      if (!html.includes(DATA_PLACEHOLDER)) {
        throw new Error(`web/report.html must hold ${DATA_PLACEHOLDER}; put it back`);
      }
      await writeFile(join(outDir, 'report-template.html'), html);
    },
  };
}

async function buildReport(root: string): Promise<{ script: string; styles: string }> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    build: {
      write: false,
      target: 'es2022',
      cssCodeSplit: false,
      chunkSizeWarningLimit: 2_000,
      lib: { entry: join(root, 'report.tsx'), formats: ['es'], fileName: 'report' },
      rolldownOptions: { output: { codeSplitting: false }, checks: { pluginTimings: false } },
      minify: true,
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((built) =>
    'output' in built ? built.output : [],
  );
  const script = outputs.find((file) => file.type === 'chunk')?.code ?? '';
  const styles = outputs
    .flatMap((file) => (file.type === 'asset' && file.fileName.endsWith('.css') ? [file] : []))
    .map(({ source }) => (typeof source === 'string' ? source : new TextDecoder().decode(source)))
    .join('\n');
  return { script, styles };
}

/** A script element ends at the first `</script`, and `<!--` changes how one is read. */
function inline(script: string): string {
  return script.replaceAll(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '<\\!--');
}
