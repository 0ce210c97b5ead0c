import { UnavailableError } from '../../errors.ts';
import { step } from '../../step.ts';
import { classificationSchema, documentReferenceSchema } from '../document/document.ts';
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
export const classifyDocument = step({
  name: 'mlops-classify-document',
  does: 'Names a document’s category with the serving model',
  input: documentReferenceSchema,
  output: classificationSchema,
  touches: ['features.read', 'classifier', 'models.serving'],
  memoryMb: 1_769,
  timeoutSeconds: 120,
  run:
    (ports) =>
    async ({ tenant, documentId }) => {
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
    },
});
