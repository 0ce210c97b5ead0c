import { json } from './server.ts';
import type { StandIn } from './server.ts';

/** SageMaker Feature Store's online store: PutRecord, GetRecord, DeleteRecord. */
export function featureStore(): StandIn {
  const records = new Map<string, readonly { FeatureName: string; ValueAsString: string }[]>();
  return async ({ method, url, body }) => {
    const [, group] = /^\/FeatureGroup\/([^/]+)$/.exec(url.pathname) ?? [];
    if (group === undefined) return undefined;
    const id = url.searchParams.get('RecordIdentifierValueAsString');
    if (method === 'PUT') {
      const { Record: record } = JSON.parse(body.toString('utf8'));
      const value = record.find((one: { FeatureName: string }) => one.FeatureName === 'recordId');
      records.set(`${group}/${value?.ValueAsString}`, record);
      return json({});
    }
    if (method === 'DELETE') {
      records.delete(`${group}/${id}`);
      return json({});
    }
    const record = records.get(`${group}/${id}`);
    return json(record === undefined ? {} : { Record: record });
  };
}
