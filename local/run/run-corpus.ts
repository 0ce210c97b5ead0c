import { join } from 'node:path';
import { buildReport } from '../../lambda/domain/compare/build-report.ts';
import type { RunMeasurement } from '../../lambda/domain/compare/run-measurement.ts';
import type { Report } from '../../lambda/domain/compare/report-schema.ts';
import { documentRecordSchema } from '../../lambda/domain/document/document.ts';
import { answerSchema } from '../../lambda/domain/llmops/answer/answer-steps.ts';
import { trainModel } from '../../lambda/domain/mlops/train-model.ts';
import type { Ports } from '../../lambda/ports.ts';
import { openLanguageModel, probeLanguageModel } from '../language-models.ts';
import { openPlatform, openStore, type Platform } from '../platform.ts';
import { loadSettings, type Settings } from '../settings.ts';
import { sidesOf } from '../sides.ts';
import { unlimited } from '../unlimited.ts';
import { askQuestions } from './ask-questions.ts';
import { findGold, findQuestions, type RunQuestions } from './gold.ts';
import { openJournal } from './journal.ts';
import { measureRetrieval } from './measure-retrieval.ts';
import type { LeftOpen } from './open-failures.ts';
import { chooseRelease } from './choose-release.ts';
import { openFolders } from './open-folders.ts';
import { planRun, type RunPlan, type RunRequest } from './plan-run.ts';
import { prepareLearning, type Learned } from './prepare-learning.ts';
import { processDocuments } from './process-documents.ts';
import { runDirectory, writeManifest } from './run-manifest.ts';
import { versionsOf } from './run-versions.ts';
import { readFinishedRun, writeReport } from './write-report.ts';

/** The candidate for honest held-out predictions, and the model that serves. */
const MODELS_TRAINED = 2;

export interface RunOutcome {
  readonly report: Report;
  /** True where nothing had changed and the last run's report stands. */
  readonly reused: boolean;
  /** What failing services left without a result. */
  readonly open: readonly LeftOpen[];
}

/**
 * The main job: 1. plans (corpora, split, what is unchanged); 2. reads every document; 3. learns
 * from the training documents; 4. runs both sides on every document; 5. asks the questions and
 * measures retrieval; 6. compares and writes the report. Each step keeps what it finished, so that
 * an interrupted run goes on where it stopped and nothing is done or counted twice.
 */
export async function runCorpus(request: RunRequest): Promise<RunOutcome> {
  // Awaited before the report is written; a failure before that must not be an unhandled one.
  request.pageReady.catch(() => {});
  await openFolders(request);
  const settings = loadSettings(request);
  const store = openStore({ ...request, settings });
  try {
    const configuration = await chooseRelease(request, settings, store);
    const plan = await planRun(request, settings, configuration);
    const finished = await readFinishedRun(request, plan);
    if (finished !== null) {
      await request.pageReady;
      request.progress.note('Nothing changed since the last run: its results stand.');
      return { report: finished, reused: true, open: [] };
    }
    return { ...(await runPlan(request, settings, plan, store)), reused: false };
  } finally {
    await store.close();
  }
}

async function runPlan(
  request: RunRequest,
  settings: Settings,
  plan: RunPlan,
  store: ReturnType<typeof openStore>,
): Promise<Omit<RunOutcome, 'reused'>> {
  if (request.sides.includes('llmops')) await probeLanguageModel(request.reader, settings);
  const learned = await prepareLearning(request, settings, plan, store);
  const languageModel = openLanguageModel(request.reader, settings, store.ports.documents);
  const platform = openPlatform({
    ...learned,
    root: request.root,
    configuration: plan.configuration,
    store,
    settings,
    languageModel,
    limits: unlimited,
    sides: sidesOf(request.sides),
  });
  platform.stream.start();
  const { model, measurement, open } = await runBothSides(
    request,
    settings,
    plan,
    platform,
    learned,
  );
  const report = buildReport(measurement);
  await writeReport(request, plan, platform, measurement, report);
  await writeManifest(request.stateDirectory, {
    key: plan.key,
    name: plan.corpus.name,
    tenant: plan.tenant,
    taxonomy: learned.taxonomy,
    sides: [...request.sides],
    statistics: learned.statisticsPath,
    expansion: learned.expansionPath,
    model,
    open: open.length,
  });
  return { report, open };
}

/** Nothing is running any more when it ends, also where it fails. */
async function runBothSides(
  request: RunRequest,
  settings: Settings,
  plan: RunPlan,
  platform: Platform,
  learned: Learned,
) {
  try {
    const model = await train(request, plan, platform, learned);
    const measured = await measure(request, settings, plan, platform, learned, model);
    await platform.settled();
    return { model, ...measured };
  } finally {
    await platform.stream.stop();
  }
}

/** @returns version of the bundle; null where the classical side is left out */
async function train(
  request: RunRequest,
  plan: RunPlan,
  platform: Platform,
  learned: Learned,
): Promise<string | null> {
  if (!request.sides.includes('mlops')) return null;
  const labels = plan.train.flatMap((document) => {
    const documentId = learned.trainingIds.get(document.id);
    if (documentId === undefined || document.category === null) return [];
    const fields = Object.entries(document.fields ?? {}).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : [...value],
    ]);
    return [{ documentId, category: document.category, fields: Object.fromEntries(fields) }];
  });
  const { trainer } = platform.ports;
  return request.progress.stage('Train', MODELS_TRAINED, async (tick) => {
    const counted: Ports['trainer'] = {
      version: trainer.version,
      async train(set) {
        const model = await trainer.train(set);
        tick();
        return model;
      },
    };
    const trained = await trainModel({ ...platform.ports, trainer: counted })({
      tenant: plan.trainingTenant,
      labels,
      seed: request.seed,
    });
    if (trained.reused) tick(MODELS_TRAINED);
    const { accuracy, macroF1, passed } = trained.evaluation;
    if (!passed) {
      request.progress.note(
        `the model is below the gates (accuracy ${accuracy.toFixed(2)}, macro F1 ` +
          `${macroF1.toFixed(2)}): on AWS it would not be registered; this run goes on with it`,
      );
    }
    return trained.bundle.version;
  });
}

async function measure(
  request: RunRequest,
  settings: Settings,
  plan: RunPlan,
  platform: Platform,
  learned: Learned,
  model: string | null,
): Promise<{ readonly measurement: RunMeasurement; readonly open: readonly LeftOpen[] }> {
  const { progress, sides } = request;
  const { tenant, key: runKey } = plan;
  const signal = request.signal ?? new AbortController().signal;
  const journal = (name: string) => join(runDirectory(request.stateDirectory, runKey), name);
  const processed = await processDocuments(
    {
      tenant,
      platform,
      journal: openJournal(journal('documents.jsonl'), (value) =>
        documentRecordSchema().parse(value),
      ),
      progress,
      signal,
    },
    learned.corpus.read.filter(({ id }) => plan.processed.has(id)),
  );
  const texts = new Map(learned.corpus.read.map(({ documentId, text }) => [documentId, text]));
  const questions: RunQuestions = sides.includes('llmops')
    ? findQuestions(plan, learned.corpus.read)
    : { asked: [], retrieval: [] };
  const asked = await askQuestions(
    {
      tenant,
      newId: platform.ports.newId,
      answerQuestion: (question) => platform.ports.flows.awaitAnswer(question),
      textOf: (documentId, [start, end]) => (texts.get(documentId) ?? '').slice(start, end),
      journal: openJournal(journal('answers.jsonl'), (value) => answerSchema().parse(value)),
      progress,
      signal,
    },
    questions.asked,
  );
  const { rag } = await platform.ports.configuration.current();
  const retrieval = await measureRetrieval(
    { tenant, ports: { ...platform.ports, rag }, expansion: learned.expansion, progress, signal },
    questions.retrieval,
  );
  const measurement = {
    sides,
    documents: findGold(plan, learned.corpus.read, processed.records),
    rejected: learned.corpus.rejected,
    fieldTypes: Object.fromEntries(
      learned.taxonomy.fields.map((field) => [field.name, field.type]),
    ),
    answers: asked.answers,
    retrieval,
    reader: platform.ports.languageModel.reader,
    gates: platform.ports.gates,
    versions: await versionsOf(request, settings, plan, platform, model),
    cost: { prices: settings.prices, models: settings.models, profile: settings.profile },
  };
  return { measurement, open: [...processed.open, ...asked.open] };
}
