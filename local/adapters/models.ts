import { modelRegistry } from '../../lambda/domain/mlops/model-registry.ts';
import type { Models, Ports } from '../../lambda/ports.ts';

/** The registry of `lambda/domain/mlops/model-registry.ts` on this machine's stores. */
export function artefactModels(ports: Pick<Ports, 'artefacts' | 'records' | 'now'>): Models {
  return modelRegistry(ports);
}
