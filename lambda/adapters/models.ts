import * as z from 'zod';
import { modelRegistry } from '../domain/mlops/model-registry.ts';
import type { Models, Ports } from '../ports.ts';
import type { ArtefactsRead } from '../store-ports.ts';
import { lazily } from '../lazily.ts';

/** Deployed beside the seed bundle: `{ version }`, the folder of `models/` that it lies in. */
const SEED = 'models/seed.json' as const;
const seedSchema = /* @__PURE__ */ lazily(() => z.object({ version: z.string() }));

/** The registry of the domain on S3 and DynamoDB; the seed serves until a version is approved. */
export function artefactModels(ports: Pick<Ports, 'artefacts' | 'records' | 'now'>): Models {
  let opened: Promise<Models> | null = null;
  const registry = () => {
    opened ??= open(ports).catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  };
  return {
    async serving() {
      return (await registry()).serving();
    },
    async register(bundle, evaluation) {
      return (await registry()).register(bundle, evaluation);
    },
    async approve(version, approver) {
      return (await registry()).approve(version, approver);
    },
  };
}

/** The version that the model layer was deployed with. @throws NotFoundError where there is none */
export async function seedVersion(
  artefacts: Pick<ArtefactsRead<'models'>, 'get'>,
): Promise<string> {
  const text = new TextDecoder().decode(await artefacts.get(SEED));
  return seedSchema().parse(JSON.parse(text)).version;
}

async function open(ports: Pick<Ports, 'artefacts' | 'records' | 'now'>): Promise<Models> {
  if (!(await ports.artefacts.has(SEED))) return modelRegistry(ports);
  return modelRegistry(ports, await seedVersion(ports.artefacts));
}
