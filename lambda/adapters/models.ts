import { modelRegistry } from '../domain/mlops/model-registry.ts';
import type { Models, Ports } from '../ports.ts';

/** The registry of the domain on S3 and DynamoDB; the seed serves until a version is approved. */
export function artefactModels(
  ports: Pick<Ports, 'artefacts' | 'records' | 'now'> & { readonly seedModel: string },
): Models {
  return modelRegistry({ ...ports, seed: ports.seedModel });
}
