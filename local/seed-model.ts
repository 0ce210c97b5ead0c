import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'fflate';
import { features, gates, training } from '../config/gates.ts';
import { taxonomy } from '../config/taxonomy.ts';
import type { DocumentText } from '../lambda/domain/document/document.ts';
import type { DocumentLabel } from '../lambda/domain/document/label-document.ts';
import { encodeUbjson } from '../lambda/domain/trees/encode-ubjson.ts';
import { trainModel } from '../lambda/domain/mlops/train-model.ts';
import type { DocumentsWrite } from '../lambda/store-ports.ts';
import { fileArtefacts } from './adapters/artefacts.ts';
import { fileDocuments } from './adapters/documents.ts';
import { artefactModels } from './adapters/models.ts';
import { sqliteRecords } from './adapters/records.ts';
import { gradientBoostingTrainer } from './adapters/trainer.ts';
import { planCorpus } from './corpus/generate/plan.ts';
import { renderText } from './corpus/generate/render/render-text.ts';
import { writeDocument } from './corpus/generate/write-document.ts';

export interface SeedModelRequest {
  readonly directory: string;
  readonly code: string;
}

/** What `npm start` trains on, about 28 a category. */
const DOCUMENTS = 336;
/** Columns: a fifth of a trained model's, since every version of the files stays in git. */
const MAX_FEATURES = 2_000;
const SEED = 1;
const TENANT = 'seed';
/** The file's only time stamp: the same model gives the same bytes. */
const EPOCH = 0;

/**
 * Trains the model that serves in a new account before anything is labelled there, on generated
 * documents, and writes `bundle.json`, for the SageMaker container `xgboost-model.tar.gz`, and
 * `made-by.json`: the hash of the code that made it. The same sources give the same bytes.
 * @param code hash of this module with everything that it imports
 */
export async function makeSeedModel({ directory, code }: SeedModelRequest): Promise<void> {
  const state = mkdtempSync(join(tmpdir(), 'strata-seed-'));
  const records = sqliteRecords({ directory: join(state, 'records') });
  try {
    const now = () => EPOCH;
    const artefacts = fileArtefacts({ directory: join(state, 'artefacts') });
    const documents = fileDocuments({ directory: join(state, 'documents') });
    const train = trainModel({
      artefacts,
      documents,
      models: artefactModels({ artefacts, records, now }),
      trainer: gradientBoostingTrainer(training),
      taxonomy,
      featureSettings: { ...features, maxFeatures: MAX_FEATURES },
      gates,
      now,
      newId: () => TENANT,
    });
    const labels = await writeTexts(documents);
    const { bundle, evaluation } = await train({ tenant: TENANT, labels, seed: SEED });
    mkdirSync(directory, { recursive: true });
    const madeBy = { code, categories: bundle.categories, documents: DOCUMENTS, evaluation };
    writeFileSync(join(directory, 'bundle.json'), JSON.stringify(bundle));
    writeFileSync(join(directory, 'made-by.json'), `${JSON.stringify(madeBy, null, 2)}\n`);
    const trees = tarOf('xgboost-model', encodeUbjson(bundle.trees));
    writeFileSync(join(directory, 'xgboost-model.tar.gz'), gzipSync(trees, { mtime: EPOCH }));
  } finally {
    records.close();
    rmSync(state, { recursive: true });
  }
}

async function writeTexts(documents: DocumentsWrite<'text'>): Promise<DocumentLabel[]> {
  const labels: DocumentLabel[] = [];
  for (const planned of planCorpus(DOCUMENTS, SEED)) {
    const draft = writeDocument(planned, SEED, false);
    const text: DocumentText = {
      text: new TextDecoder().decode(renderText(draft, null).bytes),
      pages: 1,
      method: 'text',
      mediaType: 'text/plain',
      ocrConfidence: null,
    };
    const key = { tenant: TENANT, documentId: planned.id, name: 'text' } as const;
    await documents.put(key, new TextEncoder().encode(JSON.stringify(text)), 'application/json');
    labels.push({ documentId: planned.id, category: planned.category, fields: draft.fields });
  }
  return labels;
}

const BLOCK = 512;

/** A tar archive (POSIX ustar) of one file. */
function tarOf(name: string, body: Uint8Array): Uint8Array {
  const archive = new Uint8Array((Math.ceil(body.length / BLOCK) + 3) * BLOCK);
  const header = archive.subarray(0, BLOCK);
  const write = (at: number, text: string) => header.set(new TextEncoder().encode(text), at);
  const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0');
  write(0, name);
  write(100, '0000644\0');
  write(108, '0000000\0');
  write(116, '0000000\0');
  write(124, `${octal(body.length, 11)} `);
  write(136, `${octal(EPOCH, 11)} `);
  write(148, ' '.repeat(8));
  write(156, '0');
  write(257, 'ustar\0');
  write(263, '00');
  const sum = header.reduce((total, byte) => total + byte, 0);
  write(148, `${octal(sum, 6)}\0 `);
  archive.set(body, BLOCK);
  return archive;
}
