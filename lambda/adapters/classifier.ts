import { openBundle } from '../domain/mlops/open-bundle.ts';
import { scoreTrees } from '../domain/trees/score-trees.ts';
import { ConfigurationError } from '../errors.ts';
import type { Classifier, Models } from '../ports.ts';
import { sageMakerClassifier } from './classifier-sage-maker.ts';

/** Scores with the trees of the bundle in service, in this process: nothing runs while idle. */
export function treeClassifier(ports: { readonly models: Models }): Classifier {
  return {
    async score(vector) {
      const { ensemble, version } = openBundle(await ports.models.serving());
      return { probabilities: scoreTrees(ensemble, vector), model: version };
    },
  };
}

/** What the profile's `serving.kind` says: this process, or a SageMaker endpoint. */
export function servingClassifier(options: {
  readonly servingKind: 'lambda' | 'serverless' | 'realtime';
  readonly servingEndpoint?: string | undefined;
  readonly models: Models;
}): Classifier {
  const { servingKind, servingEndpoint } = options;
  if (servingKind === 'lambda') return treeClassifier(options);
  if (servingEndpoint) return sageMakerClassifier({ servingEndpoint });
  throw new ConfigurationError(
    `SERVING_ENDPOINT must be set when SERVING_KIND is ${servingKind}, it is not`,
  );
}
