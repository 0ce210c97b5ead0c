import * as z from 'zod';
import { named, shortHash } from './resources.ts';
import type { ResourceType } from './resources.ts';

const mappingSchema = z.strictObject({
  Properties: z.record(
    z.string(),
    // A NextGen index takes type, dimension and space type of a field. A `method` was refused, or
    // chose an engine without filters.
    z.strictObject({
      Type: z.string(),
      Dimension: z.coerce.number().optional(),
      SpaceType: z.string().optional(),
      Method: z.looseObject({ SpaceType: z.string().optional() }).optional(),
    }),
  ),
});
/**
 * OpenSearch Serverless on a real OpenSearch node: groups, collections and policies are names, an
 * index is an index of the node. Its field of vectors gets the Lucene method, the only one whose
 * code is in Maven's artefacts; nothing else is rewritten.
 */
export function openSearchResources(
  nodeUrl: string,
  findings: Set<string>,
): Readonly<Record<string, ResourceType>> {
  const byName = (kind: string): ResourceType => ({
    make: async (properties) => {
      if (properties['StandbyReplicas'] === 'DISABLED') {
        findings.add(`${kind}: NextGen refuses StandbyReplicas DISABLED`);
      }
      const ref = named(properties['Name']);
      const attributes = {
        Id: shortHash(ref),
        Arn: `arn:aws:aoss:eu-west-1:000000000000:${kind}/${shortHash(ref)}`,
        CollectionEndpoint: nodeUrl,
      };
      return { ref, attributes };
    },
  });
  return {
    'AWS::OpenSearchServerless::CollectionGroup': byName('collection-group'),
    'AWS::OpenSearchServerless::Collection': byName('collection'),
    'AWS::OpenSearchServerless::SecurityPolicy': byName('security-policy'),
    'AWS::OpenSearchServerless::AccessPolicy': byName('access-policy'),
    'AWS::OpenSearchServerless::Index': {
      make: async (properties) => {
        const index = named(properties['IndexName']);
        const { Properties } = mappingSchema.parse(properties['Mappings']);
        const fields = Object.entries(Properties).map(([name, field]) => {
          if (field.Method !== undefined) findings.add(`index: field ${name} has a method`);
          return [name, fieldOf(field)] as const;
        });
        const body = {
          settings: { index: { knn: true } },
          mappings: { properties: Object.fromEntries(fields) },
        };
        const reply = await fetch(`${nodeUrl}/${index}`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        if (!reply.ok) throw new Error(`index ${index}: ${reply.status} ${await reply.text()}`);
        return { ref: index };
      },
      remove: async (ref) => {
        await fetch(`${nodeUrl}/${ref}`, { method: 'DELETE' });
      },
    },
  };
}

function fieldOf(field: z.infer<typeof mappingSchema>['Properties'][string]) {
  if (field.Type !== 'knn_vector') return { type: field.Type };
  const space = field.SpaceType ?? field.Method?.SpaceType ?? 'l2';
  return {
    type: field.Type,
    dimension: field.Dimension,
    method: { name: 'hnsw', engine: 'lucene', space_type: space },
  };
}
