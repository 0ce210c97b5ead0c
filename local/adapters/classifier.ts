import { openBundle } from '../../lambda/domain/mlops/open-bundle.ts';
import { scoreTrees } from '../../lambda/domain/trees/score-trees.ts';
import type { Classifier, Models } from '../../lambda/ports.ts';

/** Scores with the trees of the bundle in service, in this process. */
export function treeClassifier(ports: { readonly models: Models }): Classifier {
  return {
    async score(vector) {
      const { ensemble, version } = openBundle(await ports.models.serving());
      return { probabilities: scoreTrees(ensemble, vector), model: version };
    },
  };
}
