import * as z from 'zod';
import { featureStoreFeatures } from '../../lambda/adapters/features.ts';
import { type StandIn, startStandIn } from '../adapters/stand-in.ts';
import { describeFeaturesContract } from './features.ts';
import { mlopsPorts } from './mlops-local.ts';

describeFeaturesContract('fileFeatures', async () => mlopsPorts().features);

const stores: StandIn[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

/** PutRecord and GetRecord of the runtime API over rows in memory. */
describeFeaturesContract('featureStoreFeatures', async () => {
  const rows = new Map<string, readonly { FeatureName: string; ValueAsString: string }[]>();
  const valueSchema = z.object({ FeatureName: z.string(), ValueAsString: z.string() });
  const store = await startStandIn(({ method, path, body }) => {
    const id = new URL(path, 'http://store').searchParams.get('RecordIdentifierValueAsString');
    if (method === 'DELETE') {
      rows.delete(id ?? '');
      return {};
    }
    if (method === 'GET') {
      return { body: { Record: rows.get(id ?? '') } };
    }
    const { Record } = z.object({ Record: z.array(valueSchema) }).parse(JSON.parse(body));
    rows.set(Record.find((one) => one.FeatureName === 'recordId')?.ValueAsString ?? '', Record);
    return {};
  });
  stores.push(store);
  return featureStoreFeatures({ featureGroup: 'features', client: store.client });
});
