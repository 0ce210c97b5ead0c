import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesizeChecked } from '../../lib/shared/checks/synthesize-checked.ts';
import { standInAssets } from './stand-in-assets.ts';
import type { Order } from './template-store.ts';

/** The program of `templatesOf`: the templates of each order go to its file. */
const [list = ''] = process.argv.slice(2);
const orders: readonly Order[] = JSON.parse(readFileSync(list, 'utf8'));
for (const { configuration, file } of orders) {
  const outdir = mkdtempSync(join(tmpdir(), 'strata-synth-'));
  const { profile, templates } = synthesizeChecked(configuration, standInAssets, outdir).checked;
  // Renamed into place: another worker finds all of it or nothing.
  const whole = `${file}.${process.pid}`;
  writeFileSync(whole, JSON.stringify({ profile, templates }));
  renameSync(whole, file);
  rmSync(outdir, { recursive: true });
}
