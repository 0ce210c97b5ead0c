import * as z from 'zod';

import { NotFoundError } from '../../errors.ts';
import { lazily } from '../../lazily.ts';
import type { Models } from '../../ports.ts';
import type {
  ArtefactsRead,
  ArtefactsWrite,
  RecordsRead,
  RecordsWrite,
} from '../../store-ports.ts';
import { getJson, putJson } from './artefact-json.ts';
import type { ModelBundle } from './model-bundle.ts';

const bundleSchema = lazily(() =>
  z.strictObject({
    version: z.string(),
    categories: z.array(z.string()),
    vectoriser: z.unknown(),
    trees: z.unknown(),
    companions: z.unknown(),
    calibration: z.unknown(),
    fields: z.unknown(),
    dataSet: z.string(),
  }),
);
const switchSchema = lazily(() => z.object({ version: z.string() }));
/** One switch for all tenants: the model is the platform's. */
const SERVING = { tenant: 'platform', kind: 'switch', id: 'serving-model' } as const;

/**
 * A registry over artefacts (immutable bundles, `models/<version>/`) and one switch record that
 * names the version in service; `seed` serves where the switch was never set.
 */
export function modelRegistry(
  ports: {
    readonly artefacts: ArtefactsRead<'models'> & ArtefactsWrite<'models'>;
    readonly records: RecordsRead<'switch'> & RecordsWrite<'switch'>;
    readonly now: () => number;
  },
  seed?: string,
): Models {
  /** The bundle read last: a document's three steps read the same one. */
  let latest: { readonly name: string; readonly bundle: ModelBundle } | null = null;
  return {
    async serving() {
      const record = await ports.records.get(SERVING);
      const version = record === null ? seed : switchSchema().parse(record).version;
      if (version === undefined) {
        throw new NotFoundError('a model must be in service; train one or approve a version');
      }
      if (latest?.name !== version) {
        latest = { name: version, bundle: await loadBundle(ports.artefacts, version) };
      }
      return latest.bundle;
    },
    async register(bundle, evaluation) {
      await putJson(ports.artefacts, bundlePath(bundle.version), bundle);
      await putJson(ports.artefacts, `models/${bundle.version}/evaluation.json`, evaluation);
    },
    async approve(version, approver) {
      if (!(await ports.artefacts.has(bundlePath(version)))) {
        throw new NotFoundError(`model ${version} must be registered before it is approved`);
      }
      const approvedAt = new Date(ports.now()).toISOString();
      await ports.records.put(SERVING, { version, approver, approvedAt });
    },
  };
}

/** @throws NotFoundError where no such version is registered */
export async function loadBundle(
  artefacts: ArtefactsRead<'models'>,
  version: string,
): Promise<ModelBundle> {
  return bundleSchema().parse(await getJson(artefacts, bundlePath(version)));
}

function bundlePath(version: string) {
  return `models/${version}/bundle.json` as const;
}
