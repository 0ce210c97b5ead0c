import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  answerLines,
  jsonLines,
  predictionLines,
  retrievalLines,
} from '../../lambda/domain/compare/report-lines.ts';
import type { Report } from '../../lambda/domain/compare/report-schema.ts';
import { reportSchema } from '../../lambda/domain/compare/report-schema.ts';
import type { RunMeasurement } from '../../lambda/domain/compare/run-measurement.ts';
import { sideBySide } from '../../lambda/domain/compare/side-by-side.ts';
import type { Platform } from '../platform.ts';
import { renderReport } from '../report-page.ts';
import type { RunPlan, RunRequest } from './plan-run.ts';
import { readManifest, runDirectory, writeManifest } from './run-manifest.ts';

/** Files of a report, as `--out` gets them. */
const FILES = [
  'report.json',
  'report.html',
  'predictions.jsonl',
  'retrieval.jsonl',
  'retrieval-untuned.jsonl',
  'answers.jsonl',
] as const;

/** Writes the report's files, keeps them with the run, and makes it the console's latest one. */
export async function writeReport(
  request: RunRequest,
  plan: RunPlan,
  platform: Platform,
  measurement: RunMeasurement,
  report: Report,
): Promise<void> {
  const rows = sideBySide(report);
  const untuned = { ...measurement, retrieval: measurement.retrieval.map(withoutLearning) };
  await request.pageReady;
  const template = await readFile(
    join(request.root, 'dist', 'web', 'report-template.html'),
    'utf8',
  );
  const contents: Record<(typeof FILES)[number], string> = {
    'report.json': `${JSON.stringify(report, null, 2)}\n`,
    'report.html': renderReport(template, { report, rows }),
    'predictions.jsonl': jsonLines(predictionLines(measurement)),
    'retrieval.jsonl': jsonLines(retrievalLines(measurement)),
    'retrieval-untuned.jsonl': jsonLines(retrievalLines(untuned)),
    'answers.jsonl': jsonLines(answerLines(measurement)),
  };
  for (const directory of [keptIn(request, plan), request.outDirectory]) {
    await mkdir(directory, { recursive: true });
    for (const name of FILES) await writeFile(join(directory, name), contents[name]);
  }
  await platform.ports.records.put(
    { tenant: plan.tenant, kind: 'comparison', id: 'latest' },
    { report, rows },
  );
}

/** The report of an earlier run with the same key, its files copied to `--out`; else null. */
export async function readFinishedRun(request: RunRequest, plan: RunPlan): Promise<Report | null> {
  const manifest = await readManifest(request.stateDirectory, plan.key);
  if (manifest === null || manifest.open > 0) return null;
  const kept = keptIn(request, plan);
  await mkdir(request.outDirectory, { recursive: true });
  for (const name of FILES) {
    await writeFile(join(request.outDirectory, name), await readFile(join(kept, name)));
  }
  await writeManifest(request.stateDirectory, manifest);
  return reportSchema.parse(JSON.parse(await readFile(join(kept, 'report.json'), 'utf8')));
}

function withoutLearning(
  measured: RunMeasurement['retrieval'][number],
): RunMeasurement['retrieval'][number] {
  return { ...measured, tuned: null };
}

function keptIn(request: RunRequest, plan: RunPlan): string {
  return join(runDirectory(request.stateDirectory, plan.key), 'report');
}
