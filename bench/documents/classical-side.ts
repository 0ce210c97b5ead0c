import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { features, gates, training } from '../../config/gates.ts';
import type { Taxonomy } from '../../config/schema.ts';
import type { DocumentText, ExtractedFields } from '../../lambda/domain/document/document.ts';
import { vectorise } from '../../lambda/domain/features/vectoriser.ts';
import { extractWith } from '../../lambda/domain/fields/extract-with.ts';
import { calibrate } from '../../lambda/domain/mlops/calibration.ts';
import { indexOfLargest } from '../../lambda/domain/mlops/class-metrics.ts';
import { opinionsOf } from '../../lambda/domain/mlops/companions.ts';
import { openBundle } from '../../lambda/domain/mlops/open-bundle.ts';
import { trainModel } from '../../lambda/domain/mlops/train-model.ts';
import { scoreTrees } from '../../lambda/domain/trees/score-trees.ts';
import { fileArtefacts } from '../../local/adapters/artefacts.ts';
import { fileDocuments } from '../../local/adapters/documents.ts';
import { artefactModels } from '../../local/adapters/models.ts';
import { sqliteRecords } from '../../local/adapters/records.ts';
import { gradientBoostingTrainer } from '../../local/adapters/trainer.ts';
import type { Labelled } from './read-texts.ts';

export interface Judgement {
  readonly category: string;
  readonly confidence: number;
  readonly fields: ExtractedFields;
}

const TENANT = 'bench';

/** Trains by the pipeline's own steps and judges as its serving steps do. */
export async function trainClassicalSide(
  train: readonly Labelled[],
  taxonomy: Taxonomy,
  seed: number,
): Promise<(text: string) => Judgement> {
  const state = mkdtempSync(join(tmpdir(), 'strata-bench-'));
  const records = sqliteRecords({ directory: join(state, 'records') });
  try {
    const now = () => 0;
    const artefacts = fileArtefacts({ directory: join(state, 'artefacts') });
    const documents = fileDocuments({ directory: join(state, 'documents') });
    for (const { id, text } of train) {
      const content: DocumentText = {
        text,
        pages: 1,
        method: 'text',
        mediaType: 'text/plain',
        ocrConfidence: null,
      };
      const bytes = new TextEncoder().encode(JSON.stringify(content));
      const key = { tenant: TENANT, documentId: id, name: 'text' } as const;
      await documents.put(key, bytes, 'application/json');
    }
    const { bundle } = await trainModel({
      artefacts,
      documents,
      models: artefactModels({ artefacts, records, now }),
      trainer: gradientBoostingTrainer(training),
      taxonomy,
      featureSettings: features,
      gates,
      now,
      newId: () => TENANT,
    })({
      tenant: TENANT,
      labels: train.map(({ id, category, fields }) => ({ documentId: id, category, fields })),
      seed,
    });
    return judgeWith(openBundle(bundle));
  } finally {
    records.close();
    rmSync(state, { recursive: true });
  }
}

function judgeWith(model: ReturnType<typeof openBundle>): (text: string) => Judgement {
  const { categories, vectoriser, ensemble, companions, calibration, fields } = model;
  return (text) => {
    const row = vectorise(vectoriser, text);
    const opinions = opinionsOf(companions, vectoriser, row, scoreTrees(ensemble, row));
    const probabilities = calibrate(calibration, opinions);
    const best = indexOfLargest(probabilities);
    const category = categories[best] ?? '';
    return {
      category,
      confidence: probabilities[best] ?? 0,
      fields: extractWith(fields, text, category),
    };
  };
}
