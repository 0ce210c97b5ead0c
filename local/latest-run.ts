import { join } from 'node:path';
import { type DocumentRecord, documentRecordSchema } from '../lambda/domain/document/document.ts';
import { resumeDocuments } from '../lambda/domain/document/intake/redrive.ts';
import { receiveUpload } from '../lambda/domain/document/intake/receive-upload.ts';
import { recordLimits } from '../lambda/domain/governance/record-limits.ts';
import type { DocumentFrequencies } from '../lambda/domain/llmops/retrieval/hashed-embedding.ts';
import { readExpansion } from '../lambda/domain/llmops/retrieval/stored-expansion.ts';
import { NotFoundError } from '../lambda/errors.ts';
import { openLanguageModel } from './language-models.ts';
import type { Inbox } from './events/inbox.ts';
import { openPlatform, openStore, type Platform, type Store } from './platform.ts';
import type { ReaderChoice } from './reader.ts';
import { liveConfiguration, publishWorking } from './release/serving.ts';
import { readLatestManifest, runDirectory, type RunManifest } from './run/run-manifest.ts';
import { restoreRecords } from './run/restore-records.ts';
import { loadSettings, type Program } from './settings.ts';
import { sidesOf } from './sides.ts';

/** The platform on what the last finished run left, open for questions and further documents. */
export interface LatestRun extends Platform {
  readonly tenant: string;
  readonly reportPath: string;
  readonly inbox: Inbox;
  /** One more document, received and through the document flow. */
  process(upload: { readonly name: string; readonly bytes: Uint8Array }): Promise<DocumentRecord>;
  /** Waits for what was started, then closes the stores. */
  close(): Promise<void>;
}

/** @throws NotFoundError where no run was finished */
export async function openLatestRun(options: {
  readonly program: Program;
  readonly stateDirectory: string;
  readonly reader: ReaderChoice;
}): Promise<LatestRun> {
  const manifest = await readLatestManifest(options.stateDirectory);
  if (manifest === null) {
    throw new NotFoundError(
      `there must be a finished run in ${options.stateDirectory}, and there is none; run: npx strata run`,
    );
  }
  const settings = loadSettings(options.program);
  const store = openStore({ ...options.program, ...options, settings });
  const { tenant } = manifest;
  const directory = runDirectory(options.stateDirectory, manifest.key);
  await restoreRecords(store.ports.records, manifest, directory);
  if (manifest.model !== null) await store.ports.models.approve(manifest.model, 'local');
  if ((await store.ports.releases.latest('llmops')) === null) {
    await publishWorking(store, options.program.root, settings);
  }
  const platform = openPlatform({
    root: options.program.root,
    store,
    settings,
    taxonomy: manifest.taxonomy,
    configuration: liveConfiguration(store),
    languageModel: openLanguageModel(options.reader, settings, store.ports.documents),
    limits: recordLimits(store.ports.records, settings.profile.quotas, store.ports.now),
    sides: sidesOf(manifest.sides),
    statistics: await readStatistics(store, manifest),
    expansion:
      manifest.expansion === null
        ? null
        : await readExpansion(store.ports.artefacts, manifest.expansion),
  });
  const { ports } = platform;
  platform.stream.start();
  platform.schedules.start();
  // What came when nobody took it in, and what was broken off.
  for (const key of await store.inbox.keys()) platform.arrivals.arrived(key);
  await resumeDocuments(ports, tenant);
  return {
    ...platform,
    tenant,
    inbox: store.inbox,
    reportPath: join(directory, 'report', 'report.html'),
    async process(upload) {
      const { documentId } = await receiveUpload(ports)({ tenant, ...upload });
      await platform.processDocument({ tenant, documentId });
      await platform.settled();
      const record = await ports.records.get({ tenant, kind: 'document', id: documentId });
      return documentRecordSchema().parse(record);
    },
    async close() {
      // A flow that lost its stores half way would leave its document unfinished.
      await platform.schedules.stop();
      await platform.settled().catch(() => undefined);
      await platform.stream.stop();
      await store.close();
    },
  };
}

async function readStatistics(
  store: Store,
  manifest: RunManifest,
): Promise<DocumentFrequencies | null> {
  if (manifest.statistics === null) return null;
  const bytes = await store.ports.artefacts.get(manifest.statistics);
  return JSON.parse(new TextDecoder().decode(bytes));
}
