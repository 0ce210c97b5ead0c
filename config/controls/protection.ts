import type { ClaimOf } from './schema.ts';

type Deployed = ClaimOf<'resource'> | ClaimOf<'setting'> | ClaimOf<'rights'>;

const WITHOUT_KEYS =
  'This profile uses keys that AWS owns: say why the data needs none of your own';

/** What stands between people, documents and models. Each claim stands once and is named by the controls that rest on it. */
export const protection = {
  guardrail: {
    kind: 'resource',
    says: 'A guardrail with a fixed version stands between people and the model',
    layer: 'governance',
    type: 'AWS::Bedrock::GuardrailVersion',
    named: 'LlmopsGuardrail',
    property: 'GuardrailIdentifier',
    is: { present: true },
  },
  attackFilter: guardrailHas(
    'Orders that hide in questions and passages are filtered at the highest strength',
    'ContentPolicyConfig.FiltersConfig.*',
    { Type: 'PROMPT_ATTACK', InputStrength: 'HIGH' },
  ),
  hateFilter: guardrailHas(
    'Hate is filtered from what the model says at the highest strength',
    'ContentPolicyConfig.FiltersConfig.*',
    { Type: 'HATE', OutputStrength: 'HIGH' },
  ),
  insultFilter: guardrailHas(
    'Insults are filtered from what the model says at the highest strength',
    'ContentPolicyConfig.FiltersConfig.*',
    { Type: 'INSULTS', OutputStrength: 'HIGH' },
  ),
  violenceFilter: guardrailHas(
    'Violence is filtered from what the model says at the highest strength',
    'ContentPolicyConfig.FiltersConfig.*',
    { Type: 'VIOLENCE', OutputStrength: 'HIGH' },
  ),
  groundingFilter: guardrailHas(
    'An answer that its passages do not carry is blocked',
    'ContextualGroundingPolicyConfig.FiltersConfig.*',
    { Type: 'GROUNDING', Action: 'BLOCK' },
  ),
  cardsBlocked: guardrailHas(
    'Card numbers are blocked',
    'SensitiveInformationPolicyConfig.PiiEntitiesConfig.*',
    { Type: 'CREDIT_DEBIT_CARD_NUMBER', Action: 'BLOCK' },
  ),
  mailMasked: guardrailHas(
    'Mail addresses are masked',
    'SensitiveInformationPolicyConfig.PiiEntitiesConfig.*',
    { Type: 'EMAIL', Action: 'ANONYMIZE' },
  ),
  adviceDenied: guardrailHas(
    'Legal advice on a case is refused',
    'TopicPolicyConfig.TopicsConfig.*',
    {
      Name: 'specific-legal-advice',
      Type: 'DENY',
    },
  ),
  bucketsPrivate: {
    kind: 'resource',
    says: 'No bucket can be made public',
    type: 'AWS::S3::Bucket',
    property: 'PublicAccessBlockConfiguration.RestrictPublicBuckets',
    is: { equals: true },
  },
  bucketsEncrypted: {
    kind: 'resource',
    says: 'Every bucket encrypts what it stores',
    type: 'AWS::S3::Bucket',
    property: 'BucketEncryption.ServerSideEncryptionConfiguration.*.ServerSideEncryptionByDefault',
    is: { present: true },
  },
  tlsOnly: {
    kind: 'resource',
    says: 'No bucket is reached without TLS',
    type: 'AWS::S3::BucketPolicy',
    property: 'PolicyDocument.Statement.*.Condition',
    is: { says: '"aws:SecureTransport":"false"' },
  },
  ownKey: {
    kind: 'resource',
    says: 'What is stored is encrypted with the customer’s own key, renewed each year',
    layer: 'infrastructure',
    type: 'AWS::KMS::Key',
    named: 'Key',
    property: 'EnableKeyRotation',
    is: { equals: true },
    in: ['staging', 'prod'],
    elsewhere: WITHOUT_KEYS,
  },
  vectorsEncrypted: {
    kind: 'resource',
    says: 'The vector index is encrypted',
    layer: 'data',
    type: 'AWS::OpenSearchServerless::SecurityPolicy',
    named: 'LlmopsVectorsEncryption',
    property: 'Type',
    is: { equals: 'encryption' },
  },
  headers: {
    kind: 'resource',
    says: 'The console may load and run its own scripts only',
    layer: 'application',
    type: 'AWS::CloudFront::ResponseHeadersPolicy',
    named: 'ConsoleSite',
    property: 'ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentSecurityPolicy',
    is: { says: "default-src 'self'" },
  },
} as const satisfies Readonly<Record<string, Deployed>>;

function guardrailHas(
  says: string,
  property: string,
  holds: Readonly<Record<string, string>>,
): ClaimOf<'resource'> {
  const where = { layer: 'governance', type: 'AWS::Bedrock::Guardrail' } as const;
  return {
    kind: 'resource',
    says,
    ...where,
    named: 'LlmopsGuardrail',
    property,
    is: { holds: { ...holds } },
  };
}
