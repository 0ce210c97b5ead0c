import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { reportTemplate } from './report-template-plugin.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const outDir = fileURLToPath(new URL('../dist/web/', import.meta.url));

/** `npm run build:web`: the console, then the report's template, into `dist/web`. */
export default defineConfig({
  root: here,
  base: './',
  logLevel: 'warn',
  plugins: [react(), reportTemplate({ root: here })],
  build: {
    outDir,
    rolldownOptions: { checks: { pluginTimings: false } },
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    modulePreload: { polyfill: false },
    // Cloudscape is one chunk by nature: 315 kB gzipped, measured with Vite 8.3.8.
    chunkSizeWarningLimit: 2_000,
  },
});
