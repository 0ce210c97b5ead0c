import { DefaultStackSynthesizer, Fn, Stack } from 'aws-cdk-lib/core';
import {
  CfnAccessPolicy,
  CfnCollection,
  CfnCollectionGroup,
  CfnIndex,
  CfnSecurityPolicy,
} from 'aws-cdk-lib/aws-opensearchserverless';
import { Construct } from 'constructs';
import { shortHash } from '../../lambda/content-hash.ts';
import { ENV } from '../../lambda/env.ts';
import { ConfigurationError } from '../../lambda/errors.ts';
import { physicalName } from '../shared/physical-name.ts';
import type { StrataFunction } from '../shared/strata-function.ts';
import { strataStackOf, tagSide } from '../shared/strata-stack.ts';

/** OpenSearch Serverless allows 32 characters for collections, groups and policies. */
const NAME_LIMIT = 32;
/** The only value that a NextGen group takes; idle it is 0 OCU all the same. */
const STANDBY_REPLICAS = 'ENABLED';
/** Chunks of all tenants with their vectors; every query carries the tenant filter. */
export class LlmopsVectors extends Construct {
  readonly collection: CfnCollection;
  readonly #name: string;
  /** Changes with the mapping and the embedding model: vectors of two models do not compare. */
  readonly #indexName: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    tagSide(this, 'llmops');
    const { profile, configuration } = strataStackOf(this);
    const mappings = mappingsOf(configuration.models.embedding.dimensions);
    this.#indexName = `chunks-${shortHash([mappings, configuration.models.embedding.id])}`;
    const { minOcu, maxOcu } = profile.vectors;
    this.#name = physicalName(this, 'chunks', NAME_LIMIT);
    const group = new CfnCollectionGroup(this, 'Group', {
      name: physicalName(this, 'group', NAME_LIMIT),
      generation: 'NEXTGEN',
      standbyReplicas: STANDBY_REPLICAS,
      capacityLimits: {
        minIndexingCapacityInOcu: minOcu,
        maxIndexingCapacityInOcu: maxOcu,
        minSearchCapacityInOcu: minOcu,
        maxSearchCapacityInOcu: maxOcu,
      },
    });
    this.collection = new CfnCollection(this, 'Collection', {
      name: this.#name,
      type: 'VECTORSEARCH',
      standbyReplicas: STANDBY_REPLICAS,
      collectionGroupName: group.name,
    });
    for (const needed of [group, ...this.securityPolicies()]) {
      this.collection.addResourceDependency(needed);
    }
    this.makeIndex(mappings);
    const { grants } = strataStackOf(this).foundation;
    grants.offer('vectors.search', (fn) =>
      this.grant(fn, ['aoss:ReadDocument', 'aoss:DescribeIndex']),
    );
    grants.offer('vectors.remove', (fn) =>
      this.grant(fn, ['aoss:ReadDocument', 'aoss:WriteDocument', 'aoss:DescribeIndex']),
    );
    grants.offer('vectors.write', (fn) =>
      this.grant(fn, ['aoss:ReadDocument', 'aoss:WriteDocument', 'aoss:DescribeIndex']),
    );
  }

  /** The access policy stands in the function's stack. */
  private grant(fn: StrataFunction, permissions: readonly string[]): void {
    fn.allow(['aoss:APIAccessAll'], [this.collection.attrArn]);
    new CfnAccessPolicy(fn, 'VectorsAccess', {
      name: physicalName(fn, `v-${fn.stem}`, NAME_LIMIT),
      type: 'data',
      policy: this.accessPolicy(fn, permissions, fn.role.roleArn),
    });
    fn.configure({
      [ENV.collectionEndpoint]: this.collection.attrCollectionEndpoint,
      [ENV.vectorIndex]: this.#indexName,
    });
  }

  private makeIndex(mappings: CfnIndex.MappingsProperty): void {
    const stack = Stack.of(this);
    const { synthesizer } = stack;
    if (!(synthesizer instanceof DefaultStackSynthesizer)) {
      throw new ConfigurationError(
        'the vector index needs the CloudFormation execution role of the default synthesizer; use DefaultStackSynthesizer',
      );
    }
    const access = new CfnAccessPolicy(this, 'IndexMaker', {
      name: physicalName(this, 'index-maker', NAME_LIMIT),
      type: 'data',
      policy: this.accessPolicy(
        this,
        ['aoss:CreateIndex', 'aoss:DescribeIndex', 'aoss:UpdateIndex', 'aoss:DeleteIndex'],
        Fn.sub(synthesizer.cloudFormationExecutionRoleArn),
      ),
    });
    const index = new CfnIndex(this, 'Index', {
      collectionEndpoint: this.collection.attrCollectionEndpoint,
      indexName: this.#indexName,
      settings: { index: { knn: true } },
      mappings,
    });
    index.addResourceDependency(access);
  }

  private accessPolicy(scope: Construct, permissions: readonly string[], principal: string) {
    return Stack.of(scope).toJsonString([
      {
        Rules: [
          {
            ResourceType: 'index',
            Resource: [`index/${this.#name}/*`],
            Permission: permissions,
          },
        ],
        Principal: [principal],
      },
    ]);
  }

  private securityPolicies(): readonly CfnSecurityPolicy[] {
    const stack = Stack.of(this);
    const { key, network } = strataStackOf(this).foundation;
    const rules = [{ ResourceType: 'collection', Resource: [`collection/${this.#name}`] }];
    const encryption = new CfnSecurityPolicy(this, 'Encryption', {
      name: physicalName(this, 'encryption', NAME_LIMIT),
      type: 'encryption',
      policy: stack.toJsonString(
        key ? { Rules: rules, KmsARN: key.keyArn } : { Rules: rules, AWSOwnedKey: true },
      ),
    });
    const reach = network
      ? { AllowFromPublic: false, SourceVPCEs: [network.vectorsEndpointId] }
      : { AllowFromPublic: true };
    const networkPolicy = new CfnSecurityPolicy(this, 'Network', {
      name: physicalName(this, 'network', NAME_LIMIT),
      type: 'network',
      policy: stack.toJsonString([{ Rules: rules, ...reach }]),
    });
    return [encryption, networkPolicy];
  }
}

/**
 * Vectors have unit length, so the inner product is the cosine. NextGen picks engine and method
 * itself: it refuses a field that names them.
 */
function mappingsOf(dimension: number): CfnIndex.MappingsProperty {
  return {
    properties: {
      vector: { type: 'knn_vector', dimension, spaceType: 'innerproduct' },
      tenant: { type: 'keyword' },
      documentId: { type: 'keyword' },
      chunkId: { type: 'keyword' },
      generation: { type: 'keyword' },
      start: { type: 'integer' },
      end: { type: 'integer' },
      text: { type: 'text' },
    },
  };
}
