import type { Ports } from './ports.ts';
import type {
  ArtefactKind,
  ArtefactsLocate,
  ArtefactsRead,
  ArtefactsWrite,
  BlobName,
  DocumentsRead,
  DocumentsRemove,
  DocumentsWrite,
  RecordKind,
  RecordsCount,
  RecordsRead,
  RecordsRemove,
  RecordsWrite,
} from './store-ports.ts';

/**
 * What may be done: `<port>.<action>`, and for stores the kind, `records.read:document`, as fine as IAM
 * can tell apart (key patterns in S3, leading keys in DynamoDB). Each action names the members of the
 * port that a step with it sees.
 */
export const ACTIONS = {
  'documents.read': { port: 'documents', members: ['get', 'has'] },
  'documents.write': { port: 'documents', members: ['put'] },
  'documents.remove': { port: 'documents', members: ['remove'] },
  'artefacts.read': { port: 'artefacts', members: ['get', 'has'] },
  'artefacts.write': { port: 'artefacts', members: ['put'] },
  'artefacts.locate': { port: 'artefacts', members: ['uri'] },
  'records.read': { port: 'records', members: ['get', 'list'] },
  'records.write': { port: 'records', members: ['put'] },
  'records.count': { port: 'records', members: ['increment'] },
  'records.remove': { port: 'records', members: ['remove'] },
  parser: { port: 'parser', members: ['parse'] },
  text: { port: 'text', members: ['recognise'] },
  embedder: { port: 'embedder', members: ['model', 'dimensions', 'embed'] },
  'vectors.search': { port: 'vectors', members: ['searchByVector', 'searchByText'] },
  'vectors.write': { port: 'vectors', members: ['replace'] },
  'vectors.remove': { port: 'vectors', members: ['remove'] },
  languageModel: { port: 'languageModel', members: ['reader', 'generate'] },
  guardrail: { port: 'guardrail', members: ['assess'] },
  prompts: { port: 'prompts', members: ['get'] },
  configuration: { port: 'configuration', members: ['current'] },
  'features.read': { port: 'features', members: ['get'] },
  'features.write': { port: 'features', members: ['put'] },
  'features.remove': { port: 'features', members: ['remove'] },
  classifier: { port: 'classifier', members: ['score'] },
  trainer: { port: 'trainer', members: ['version', 'train'] },
  'releases.read': { port: 'releases', members: ['read', 'readEvaluation', 'latest', 'history'] },
  'releases.publish': { port: 'releases', members: ['keep'] },
  'releases.act': { port: 'releases', members: ['append', 'keepEvaluation'] },
  'models.serving': { port: 'models', members: ['serving'] },
  'models.register': { port: 'models', members: ['register'] },
  'models.approve': { port: 'models', members: ['approve'] },
  limits: { port: 'limits', members: ['take'] },
  audit: { port: 'audit', members: ['append'] },
  metrics: { port: 'metrics', members: ['count'] },
  queryExpansion: { port: 'queryExpansion', members: ['current'] },
  'flows.start': { port: 'flows', members: ['startDocumentFlow'] },
  'flows.follow': { port: 'flows', members: ['followDocumentFlow'] },
  'flows.await': { port: 'flows', members: ['awaitAnswer'] },
  'flows.run': { port: 'flows', members: ['runAnswer'] },
  dropped: { port: 'dropped', members: ['read', 'remove'] },
  uploadLinks: { port: 'uploadLinks', members: ['offer'] },
  'sealed.append': { port: 'sealed', members: ['last', 'append'] },
  packages: { port: 'packages', members: ['describe', 'seedVersion'] },
  endpoint: { port: 'endpoint', members: ['turnTo', 'state'] },
  'buckets.publish': { port: 'buckets', members: ['get', 'put'] },
  'buckets.empty': { port: 'buckets', members: ['empty'] },
  invocationLogging: { port: 'invocationLogging', members: ['own', 'release'] },
  'settings.taxonomy': { port: 'taxonomy', members: [] },
  'settings.gates': { port: 'gates', members: [] },
  'settings.releaseGates': { port: 'releaseGates', members: [] },
  'settings.ingestion': { port: 'ingestion', members: [] },
  'settings.prices': { port: 'prices', members: [] },
  'settings.catalogue': { port: 'catalogue', members: [] },
  'settings.features': { port: 'featureSettings', members: [] },
  'settings.reader': { port: 'reader', members: [] },
  'settings.approvals': { port: 'approvals', members: [] },
  'settings.answerTime': { port: 'answerTime', members: [] },
  'settings.console': { port: 'console', members: [] },
  'settings.costs': { port: 'costs', members: [] },
} as const satisfies Readonly<Record<string, ActionShape>>;

interface ActionShape {
  readonly port: keyof Ports;
  /** None: the port is a value. */
  readonly members: readonly string[];
}
export type Action = keyof typeof ACTIONS;

/** Kinds of the actions that have some. */
interface Kinds {
  readonly 'documents.read': BlobName;
  readonly 'documents.write': BlobName;
  readonly 'artefacts.read': ArtefactKind;
  readonly 'artefacts.write': ArtefactKind;
  readonly 'records.read': RecordKind;
  readonly 'records.write': RecordKind;
  readonly 'records.count': RecordKind;
  readonly 'records.remove': RecordKind;
  /** The role whose model is asked. */
  readonly languageModel: 'answer' | 'document';
  readonly 'flows.start': 'document-flow';
  readonly 'flows.follow': 'document-flow';
  readonly 'flows.await': 'answer-flow';
  readonly 'flows.run': 'answer-flow';
}
type KindedCapability = { [A in keyof Kinds]: `${A}:${Kinds[A]}` }[keyof Kinds];
export type Capability = Exclude<Action, keyof Kinds> | KindedCapability;

type ActionOf<C extends Capability> = C extends `${infer A extends Action}:${string}`
  ? A
  : C extends Action
    ? C
    : never;
type KindsOf<C extends Capability, A extends Action> = C extends `${A}:${infer K}` ? K : never;

/** What the members of the stores look like to a step that may touch certain kinds only. */
interface StoreMembers<C extends Capability> {
  readonly 'documents.read': DocumentsRead<KindsOf<C, 'documents.read'> & BlobName>;
  readonly 'documents.write': DocumentsWrite<KindsOf<C, 'documents.write'> & BlobName>;
  readonly 'documents.remove': DocumentsRemove;
  readonly 'artefacts.read': ArtefactsRead<KindsOf<C, 'artefacts.read'> & ArtefactKind>;
  readonly 'artefacts.write': ArtefactsWrite<KindsOf<C, 'artefacts.write'> & ArtefactKind>;
  readonly 'artefacts.locate': ArtefactsLocate;
  readonly 'records.read': RecordsRead<KindsOf<C, 'records.read'> & RecordKind>;
  readonly 'records.write': RecordsWrite<KindsOf<C, 'records.write'> & RecordKind>;
  readonly 'records.count': RecordsCount<KindsOf<C, 'records.count'> & RecordKind>;
  readonly 'records.remove': RecordsRemove<KindsOf<C, 'records.remove'> & RecordKind>;
}
type MembersOf<C extends Capability, A extends Action> = A extends keyof StoreMembers<C>
  ? StoreMembers<C>[A]
  : (typeof ACTIONS)[A]['members'] extends readonly []
    ? Ports[(typeof ACTIONS)[A]['port']]
    : PartOf<Ports[(typeof ACTIONS)[A]['port']], (typeof ACTIONS)[A]['members'][number]>;
/** A port that may be absent stays so. */
type PartOf<P, M extends string> = P extends null ? null : Pick<P, M & keyof P>;

type Intersection<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer I) => void
  ? I
  : never;
type PortNameOf<C extends Capability> = (typeof ACTIONS)[ActionOf<C>]['port'];
type ActionsOfPort<C extends Capability, P extends keyof Ports> = {
  [A in ActionOf<C>]: (typeof ACTIONS)[A]['port'] extends P ? A : never;
}[ActionOf<C>];

/** The ports of a step that touches `C`: these members, the clock and new ids, nothing else. */
export type PortsOf<C extends Capability> = {
  readonly [P in PortNameOf<C>]: ActionsOfPort<C, P> extends infer A extends Action
    ? [A] extends [never]
      ? never
      : P extends 'endpoint'
        ? Ports['endpoint']
        : Intersection<{ [One in A]: MembersOf<C, One> }[A]>
    : never;
} & Pick<Ports, 'now' | 'newId'>;

/**
 * What a capability brings along: the adapter behind it, or a decorator around it, reads and writes too.
 * A function is granted these as well; the step does not see them.
 */
export const BRINGS: Partial<Readonly<Record<Capability, readonly Capability[]>>> = {
  text: ['documents.read:source'],
  'languageModel:answer': ['documents.read:cached-reply', 'documents.write:cached-reply'],
  'languageModel:document': ['documents.read:cached-reply', 'documents.write:cached-reply'],
  classifier: ['models.serving'],
  'models.serving': ['artefacts.read:models', 'records.read:switch'],
  configuration: ['releases.read'],
  guardrail: ['configuration'],
  'releases.read': ['artefacts.read:releases', 'records.read:release'],
  'releases.publish': ['artefacts.write:releases'],
  'releases.act': ['artefacts.write:releases', 'records.write:release'],
  'models.register': ['artefacts.write:models'],
  'models.approve': ['artefacts.read:models', 'records.write:switch'],
  packages: ['artefacts.read:models'],
  queryExpansion: ['artefacts.read:expansion'],
  audit: ['records.write:audit'],
  limits: ['records.count:counter'],
};

/** The capabilities and all that they bring along, ascending. */
export function withBrought(capabilities: readonly Capability[]): readonly Capability[] {
  const all = new Set<Capability>();
  const add = (one: Capability): void => {
    if (all.has(one)) return;
    all.add(one);
    for (const brought of BRINGS[one] ?? []) add(brought);
  };
  for (const one of capabilities) add(one);
  return [...all].sort();
}

/** `records.read:document` → `records.read` and `document`. */
export function partsOf(capability: Capability): {
  readonly action: Action;
  readonly kind: string | null;
} {
  const [action = '', kind = null] = capability.split(':');
  if (isAction(action)) return { action, kind };
  throw new TypeError(`${capability} must begin with an action of ACTIONS`);
}

function isAction(name: string): name is Action {
  return Object.hasOwn(ACTIONS, name);
}
