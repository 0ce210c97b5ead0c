import type { ModelCatalogue } from '../../config/schema.ts';

/** Who asks, as STS says. */
export interface Caller {
  /** Twelve digits. */
  readonly account: string;
  readonly arn: string;
}
/** A stack that exists; deleted ones do not. */
export interface DeployedStack {
  readonly id: string;
  /** CloudFormation's: `CREATE_COMPLETE`, `ROLLBACK_COMPLETE`, … */
  readonly status: string;
  /** Logical ids of what it holds. */
  readonly resources: readonly string[];
}
export interface FoundationModel {
  readonly name: string;
  readonly provider: string;
  /** `ACTIVE` or `LEGACY`. */
  readonly lifecycle: string;
  /** `AUTHORIZED` or `NOT_AUTHORIZED`. */
  readonly authorization: string;
  /** `AVAILABLE`, `NOT_AVAILABLE`, … each. */
  readonly agreement: string;
  readonly entitlement: string;
  readonly region: string;
}
export interface InferenceProfile {
  readonly status: string;
  /** Ids of the foundation models behind it, without regions. */
  readonly models: readonly string[];
}
export interface Quota {
  readonly code: string;
  readonly name: string;
  readonly value: number;
  readonly adjustable: boolean;
}
/** A resource whose name the templates give. */
export interface NamedResource {
  /** CloudFormation's type. */
  readonly type: string;
  readonly name: string;
  /** `encryption`, `network` or `data` of a policy of OpenSearch Serverless. */
  readonly policy?: string;
}
export interface TaggedResource {
  readonly arn: string;
  /** Of the stack that made it; null where none did. */
  readonly stackId: string | null;
}

/**
 * What is asked of an AWS account before a deployment; nothing here changes anything. Every
 * question fails with an error whose message names what the caller lacks.
 */
export interface Account {
  caller(): Promise<Caller>;
  /** Version of the CDK bootstrap stack; null where there is none. */
  bootstrapVersion(parameter: string): Promise<number | null>;
  /** Null where there is no such stack. */
  stack(name: string): Promise<DeployedStack | null>;
  /** Null where the region does not have it. */
  foundationModel(id: string): Promise<FoundationModel | null>;
  inferenceProfile(id: string): Promise<InferenceProfile | null>;
  /** One call of a language model; fails where it may not be called. */
  generates(id: string): Promise<void>;
  /** One call of an embedding model; fails also where its vectors have other dimensions. */
  embeds(id: string, dimensions: ModelCatalogue['embedding']['dimensions']): Promise<void>;
  quotas(service: string): Promise<readonly Quota[]>;
  /** Most OCUs that the account's collections may take together. */
  vectorCapacity(): Promise<{ readonly indexing: number; readonly search: number } | null>;
  /** Types that `exists` can look up by name. */
  readonly lookedUp: ReadonlySet<string>;
  exists(resource: NamedResource): Promise<boolean>;
  tagged(key: string, value: string): Promise<readonly TaggedResource[]>;
  /** Where Bedrock logs model calls to; null where it does not. */
  invocationLogging(): Promise<string | null>;
  /** The role by which API Gateway writes logs; null where there is none. */
  apiGatewayLogRole(): Promise<string | null>;
  /** Of those keys, the ones that are active as cost-allocation tags. */
  activeCostTags(keys: readonly string[]): Promise<readonly string[]>;
}
