import * as z from 'zod';
import { costProfileSchema } from '../config/cost-profile.ts';
import { models } from '../config/models.ts';
import {
  approvalsSchema,
  quotasSchema,
  servingSchema,
  sidesSchema,
} from '../config/part-schemas.ts';
import { ingestionSchema } from '../config/schema.ts';
import { ConfigurationError } from './errors.ts';

/**
 * Names of the variables that the constructs' grants set and that functions read, by property.
 * Nothing else reads `process.env`. JSON values are marked; Lambda allows 4 kB for all of them,
 * so what is large (taxonomy, prices) is bundled from `config/` instead.
 */
export const ENV = {
  environment: 'STRATA_ENVIRONMENT',
  documentsBucket: 'DOCUMENTS_BUCKET',
  artefactsBucket: 'ARTEFACTS_BUCKET',
  recordsTable: 'RECORDS_TABLE',
  /** JSON: `profile.ingestion`. */
  ingestion: 'INGESTION_LIMITS',
  /** `https://…`, without a path. */
  collectionEndpoint: 'COLLECTION_ENDPOINT',
  vectorIndex: 'VECTOR_INDEX',
  embeddingModelId: 'EMBEDDING_MODEL_ID',
  embeddingDimensions: 'EMBEDDING_DIMENSIONS',
  /** Id as in `config/models.ts`: what answers and prices name. */
  answerModelId: 'ANSWER_MODEL_ID',
  fallbackModelId: 'FALLBACK_MODEL_ID',
  documentModelId: 'DOCUMENT_MODEL_ID',
  /** What is called: the ARN of the role's application inference profile; the id where absent. */
  answerModelProfile: 'ANSWER_MODEL_PROFILE',
  fallbackModelProfile: 'FALLBACK_MODEL_PROFILE',
  documentModelProfile: 'DOCUMENT_MODEL_PROFILE',
  promptsBucket: 'PROMPTS_BUCKET',
  /** Ends in `/`; below it `<task>.v<N>.md` and `production.json` (task → version). */
  promptsPrefix: 'PROMPTS_PREFIX',
  featureGroup: 'FEATURE_GROUP',
  /** `lambda`, `serverless` or `realtime`. */
  servingKind: 'SERVING_KIND',
  /** Set unless `SERVING_KIND` is `lambda`. */
  servingEndpoint: 'SERVING_ENDPOINT',
  /** JSON: `profile.serving`. */
  serving: 'SERVING_SETTINGS',
  /** What the endpoint's container runs as. */
  servingRoleArn: 'SERVING_ROLE_ARN',
  /** Encrypts the volumes of the endpoint's instances; absent where AWS-owned keys do. */
  servingKeyArn: 'SERVING_KEY_ARN',
  packageGroupArn: 'MODEL_PACKAGE_GROUP_ARN',
  documentFlowArn: 'DOCUMENT_FLOW_ARN',
  documentQueueArn: 'DOCUMENT_QUEUE_ARN',
  answerFlowArn: 'ANSWER_FLOW_ARN',
  auditBucket: 'AUDIT_BUCKET',
  /** JSON: what of the profile decides costs. */
  costProfile: 'COST_PROFILE',
  /** JSON: `profile.sides`. */
  sides: 'SIDES',
  /** JSON: `profile.quotas`. */
  quotas: 'QUOTAS',
  /** JSON: `profile.approvals`. */
  approvals: 'APPROVALS',
  /** CloudWatch namespace of the product's metrics. */
  metricsNamespace: 'METRICS_NAMESPACE',
  /** The SDKs' own variable: where services are reached instead of their addresses in the region. */
  endpoint: 'AWS_ENDPOINT_URL',
  region: 'AWS_REGION',
  accessKeyId: 'AWS_ACCESS_KEY_ID',
  secretAccessKey: 'AWS_SECRET_ACCESS_KEY',
  sessionToken: 'AWS_SESSION_TOKEN',
} as const;
type Property = keyof typeof ENV;

export type EnvironmentSource = Readonly<Record<string, string | undefined>>;

const text = /* @__PURE__ */ z.string().min(1);
const json = <S extends z.ZodType>(schema: S) =>
  text
    .transform((value, context): unknown => {
      try {
        return JSON.parse(value);
      } catch {
        context.addIssue({ code: 'custom', message: 'must be JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);

export const documentsEnv = /* @__PURE__ */ reader(() => ({ documentsBucket: text }));
export const endpointEnv = /* @__PURE__ */ reader(() => ({ endpoint: text.optional() }));
export const artefactsEnv = /* @__PURE__ */ reader(() => ({ artefactsBucket: text }));
export const recordsEnv = /* @__PURE__ */ reader(() => ({ recordsTable: text }));
export const ingestionEnv = /* @__PURE__ */ reader(() => ({ ingestion: json(ingestionSchema()) }));
export const vectorsEnv = /* @__PURE__ */ reader(() => ({
  collectionEndpoint: z.url({ protocol: /^https?$/ }),
  vectorIndex: text,
}));
export const embedderEnv = /* @__PURE__ */ reader(() => ({
  embeddingModelId: text,
  embeddingDimensions: z.coerce
    .number()
    .pipe(z.union([z.literal(256), z.literal(512), z.literal(1_024)])),
}));
const answerModels = /* @__PURE__ */ reader(() => ({
  answerModelId: text,
  fallbackModelId: text,
  answerModelProfile: text.optional(),
  fallbackModelProfile: text.optional(),
}));
const documentModels = /* @__PURE__ */ reader(() => ({
  documentModelId: text,
  fallbackModelId: text,
  documentModelProfile: text.optional(),
  fallbackModelProfile: text.optional(),
}));
/** The model that answers questions, and the one that follows when it is busy. */
export function answerModelEnv(source?: EnvironmentSource) {
  const env = answerModels(source);
  return {
    model: providedBy(models.answer, env.answerModelId, env.answerModelProfile),
    fallback: providedBy(models.fallback, env.fallbackModelId, env.fallbackModelProfile),
  };
}
/** The model that classifies documents and extracts their fields, and its follower. */
export function documentModelEnv(source?: EnvironmentSource) {
  const env = documentModels(source);
  return {
    model: providedBy(models.document, env.documentModelId, env.documentModelProfile),
    fallback: providedBy(models.fallback, env.fallbackModelId, env.fallbackModelProfile),
  };
}
function providedBy(
  { provider, url }: { readonly provider: string; readonly url?: string | undefined },
  id: string,
  profile: string | undefined,
) {
  return { provider, url, id, profile };
}
export const promptsEnv = /* @__PURE__ */ reader(() => ({
  promptsBucket: text,
  promptsPrefix: z.string().endsWith('/'),
}));
export const featuresEnv = /* @__PURE__ */ reader(() => ({ featureGroup: text }));
export const servingEnv = /* @__PURE__ */ reader(() => ({
  servingKind: z.enum(['lambda', 'serverless', 'realtime']),
  servingEndpoint: text.optional(),
}));
/** Set where an endpoint is turned to approved packages. */
export const deploymentEnv = /* @__PURE__ */ reader(() => ({
  environment: text,
  serving: json(servingSchema()),
  servingEndpoint: text.optional(),
  servingRoleArn: text.optional(),
  servingKeyArn: text.optional(),
  packageGroupArn: text.startsWith('arn:'),
}));
export const documentFlowEnv = /* @__PURE__ */ reader(() => ({
  documentFlowArn: text.startsWith('arn:'),
  sides: json(sidesSchema()),
}));
export const documentQueueEnv = /* @__PURE__ */ reader(() => ({
  documentQueueArn: text.startsWith('arn:'),
}));
export const answerFlowEnv = /* @__PURE__ */ reader(() => ({
  answerFlowArn: text.startsWith('arn:'),
}));
export const auditEnv = /* @__PURE__ */ reader(() => ({ auditBucket: text }));
export const quotasEnv = /* @__PURE__ */ reader(() => ({
  quotas: json(quotasSchema()),
}));
export const settingsEnv = /* @__PURE__ */ reader(() => ({
  environment: text,
  sides: json(sidesSchema()),
}));
export const costsEnv = /* @__PURE__ */ reader(() => ({ costProfile: json(costProfileSchema()) }));
export const approvalsEnv = /* @__PURE__ */ reader(() => ({
  approvals: json(approvalsSchema()),
}));
export const metricsEnv = /* @__PURE__ */ reader(() => ({
  metricsNamespace: text,
  environment: text,
}));
/** Set by the Lambda service itself; OpenSearch requests are signed with them. */
export const signingEnv = /* @__PURE__ */ reader(() => ({
  region: text,
  accessKeyId: text,
  secretAccessKey: text,
  sessionToken: text.optional(),
}));

/**
 * A function that reads its group from the environment. Schemas are made at the first call, and
 * readers that a function does not name drop out of its bundle: both shorten cold starts.
 * @throws ConfigurationError naming all that is wrong
 */
function reader<S extends Partial<Record<Property, z.ZodType>>>(makeShape: () => S) {
  let schema: z.ZodObject<S> | undefined;
  return (source: EnvironmentSource = process.env): z.infer<z.ZodObject<S>> => {
    schema ??= z.object(makeShape());
    const { shape } = schema;
    const given = Object.fromEntries(
      Object.keys(shape).map((property) => [property, source[variable(property)]]),
    );
    const parsed = schema.safeParse(given);
    if (parsed.success) return parsed.data;
    const mistakes = parsed.error.issues.map(({ path: [property, ...rest], message }) => {
      const name = variable(String(property));
      const state = source[name] === undefined ? 'it is not set' : message;
      return `${[name, ...rest.map(String)].join('.')}: ${state}`;
    });
    throw new ConfigurationError(
      `environment variables must be set by the construct that grants access: ${mistakes.join('; ')}`,
    );
  };
}

function variable(property: string): string {
  const found = Object.entries(ENV).find(([key]) => key === property);
  if (!found) throw new ConfigurationError(`no environment variable is named for ${property}`);
  return found[1];
}
