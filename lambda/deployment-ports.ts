/** Objects that were dropped into the document bucket, by key. */
export interface DroppedObjects {
  /** At most `maxBytes` from the start of the object. @throws NotFoundError */
  read(key: string, maxBytes: number): Promise<Uint8Array>;
  /** The object and its earlier versions; what is not there is no error. */
  remove(key: string): Promise<void>;
}

/** Lets its holder put one object, past the API. */
export interface UploadLink {
  /** Signed; on the laptop a path of the server that offered it. */
  readonly url: string;
  /** To be sent as they are: the signature covers them. A browser adds `content-length` itself. */
  readonly headers: Readonly<Record<string, string>>;
}
export interface UploadLinks {
  /** Takes `PUT` of exactly `bytes` bytes of that type under that key, and nothing else. */
  offer(object: {
    readonly key: string;
    readonly bytes: number;
    readonly mediaType: string;
    readonly lastsSeconds: number;
  }): Promise<UploadLink>;
}

/** Who called AWS. */
export interface Identity {
  /** Of the user, or of the session of a role. */
  readonly arn: string;
  readonly principalId: string | null;
  /** The person behind a role, where who lets people assume it demands one. */
  readonly sourceIdentity: string | null;
}
/** A package of the model registry; an identity is null where AWS does not tell it. */
export interface ModelPackage {
  readonly arn: string;
  /** Version of the bundle that the training pipeline registered with it. */
  readonly version: string;
  readonly status: string;
  /** Registered it: the training pipeline's role. */
  readonly creator: Identity | null;
  /** Started the training. */
  readonly starter: Identity | null;
  /** Changed it last: whoever set its status. */
  readonly approver: Identity | null;
}
export interface ModelPackages {
  /** @throws NotFoundError */
  describe(arn: string): Promise<ModelPackage>;
  /** Version of the bundle that the model layer was deployed with. @throws NotFoundError */
  seedVersion(): Promise<string>;
}

/** An endpoint that holds its own copy of a package's trees; CloudFormation owns it. */
export interface ServingEndpoint {
  /** Lets the endpoint turn to the package, once. True where it serves it already. */
  turnTo(packageArn: string): Promise<boolean>;
  /** What it serves; `packageArn` is null for the seed, `settled` false while it turns. */
  state(): Promise<{ readonly settled: boolean; readonly packageArn: string | null }>;
}

/** Any bucket of the platform, while CloudFormation deploys or deletes it. */
export interface Buckets {
  get(bucket: string, key: string): Promise<Uint8Array>;
  /** False when `ifAbsent` found the object there. */
  put(
    bucket: string,
    key: string,
    body: Uint8Array,
    object: {
      readonly mediaType: string;
      readonly cacheControl: string;
      readonly ifAbsent: boolean;
    },
  ): Promise<boolean>;
  /** Removes every version and delete marker. */
  empty(bucket: string): Promise<void>;
}

/** What the account sends its invocation log to. */
export interface LogTarget {
  readonly logGroupName: string;
  readonly roleArn: string;
}
/** Bedrock's invocation logging: one setting of the whole account. */
export interface InvocationLogging {
  /** @throws ConfigurationError where somebody else set it */
  own(target: LogTarget): Promise<void>;
  /** Takes the setting back where it is ours. */
  release(target: LogTarget): Promise<void>;
}
