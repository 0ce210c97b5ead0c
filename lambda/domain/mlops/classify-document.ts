import { UnavailableError } from '../../errors.ts';
import type { Ports } from '../../ports.ts';
import type { Classification, DocumentReference } from '../document/document.ts';
import { calibrate } from './calibration.ts';
import { opinionsOf } from './companions.ts';
import { openBundle } from './open-bundle.ts';

/** Categories that are reported, best first. */
const ALTERNATIVES = 3;

/**
 * 1. reads the document's row from the feature store, 2. scores it by trees and linear models,
 * 3. mixes and calibrates the scores.
 * @throws NotFoundError where the document was not featurised
 * @throws UnavailableError while the row or the scores belong to another model than the serving one
 */
export function classifyDocument(ports: Pick<Ports, 'features' | 'classifier' | 'models' | 'now'>) {
  return async ({ tenant, documentId }: DocumentReference): Promise<Classification> => {
    const startedAt = ports.now();
    const { categories, vectoriser, companions, calibration, version } = openBundle(
      await ports.models.serving(),
    );
    const record = await ports.features.get({ tenant, documentId });
    if (record.vectoriser !== vectoriser.version) {
      throw new UnavailableError(
        `the row of document ${documentId} must be made by vectoriser ${vectoriser.version}, ` +
          `got ${record.vectoriser}; featurise the document again`,
        1,
      );
    }
    const { probabilities } = await ports.classifier.score(record.vector);
    const opinions = opinionsOf(companions, vectoriser, record.vector, probabilities);
    const ranked = calibrate(calibration, opinions)
      .map((confidence, index) => ({ category: categories[index] ?? '', confidence }))
      .sort((a, b) => b.confidence - a.confidence)
      .slice(0, ALTERNATIVES);
    const best = ranked[0] ?? { category: '', confidence: 0 };
    return { ...best, alternatives: ranked, model: version, durationMs: ports.now() - startedAt };
  };
}
