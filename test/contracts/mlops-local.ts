import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { features, gates, training } from '../../config/gates.ts';
import { taxonomy } from '../../config/taxonomy.ts';
import { fileArtefacts } from '../../local/adapters/artefacts.ts';
import { treeClassifier } from '../../local/adapters/classifier.ts';
import { fileDocuments } from '../../local/adapters/documents.ts';
import { fileFeatures } from '../../local/adapters/features.ts';
import { artefactModels } from '../../local/adapters/models.ts';
import { sqliteRecords } from '../../local/adapters/records.ts';
import { gradientBoostingTrainer } from '../../local/adapters/trainer.ts';

/** The classical side's ports on this machine, in a new folder, with a clock that stands still. */
export function mlopsPorts() {
  const directory = mkdtempSync(join(tmpdir(), 'strata-mlops-'));
  const now = () => Date.UTC(2026, 0, 1);
  const artefacts = fileArtefacts({ directory: join(directory, 'artefacts') });
  const records = sqliteRecords({ directory: join(directory, 'records'), now });
  const models = artefactModels({ artefacts, records, now });
  return {
    artefacts,
    records,
    models,
    documents: fileDocuments({ directory: join(directory, 'documents') }),
    features: fileFeatures({ directory: join(directory, 'features') }),
    classifier: treeClassifier({ models }),
    trainer: gradientBoostingTrainer({ ...training, rounds: 10 }),
    featureSettings: features,
    taxonomy,
    gates,
    now,
    newId: () => 'id',
  };
}
