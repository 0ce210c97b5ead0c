import type { ClaimOf } from './schema.ts';

type Deployed = ClaimOf<'resource'> | ClaimOf<'setting'> | ClaimOf<'rights'>;

const COPY =
  'This profile keeps the log only as long as nobody deletes it: export it (strata audit export) to where it is kept six months';

/** What keeps records, and keeps them from being changed. Each claim stands once and is named by the controls that rest on it. */
export const recordKeeping = {
  auditLock: {
    kind: 'resource',
    says: 'The audit log is write-once for at least six months (183 days)',
    layer: 'governance',
    type: 'AWS::S3::Bucket',
    named: 'AuditLog',
    property: 'ObjectLockConfiguration.Rule.DefaultRetention.Days',
    is: { atLeast: 183 },
    in: ['prod'],
    elsewhere: COPY,
  },
  auditVersions: {
    kind: 'resource',
    says: 'The audit log keeps every version of its objects',
    layer: 'governance',
    type: 'AWS::S3::Bucket',
    named: 'AuditLog',
    property: 'VersioningConfiguration.Status',
    is: { equals: 'Enabled' },
  },
  sealing: {
    kind: 'resource',
    says: 'Every change of a record reaches the function that seals it',
    layer: 'governance',
    type: 'AWS::Lambda::EventSourceMapping',
    named: 'SealedRecords',
    property: 'EventSourceArn',
    is: { present: true },
  },
  recordStream: {
    kind: 'resource',
    says: 'The records table tells of each change what was and what is',
    layer: 'data',
    type: 'AWS::DynamoDB::GlobalTable',
    named: 'RecordsTable',
    property: 'StreamSpecification.StreamViewType',
    is: { equals: 'NEW_AND_OLD_IMAGES' },
  },
  recordRecovery: {
    kind: 'resource',
    says: 'Records can be restored to any second of the last 35 days',
    layer: 'data',
    type: 'AWS::DynamoDB::GlobalTable',
    named: 'RecordsTable',
    property: 'Replicas.*.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled',
    is: { equals: true },
  },
  trail: {
    kind: 'resource',
    says: 'Reads and writes of documents, artefacts and records are logged, the log files with digests',
    layer: 'governance',
    type: 'AWS::CloudTrail::Trail',
    named: 'DataTrail',
    property: 'EnableLogFileValidation',
    is: { equals: true },
  },
  invocationLog: {
    kind: 'resource',
    says: 'Every call of a Bedrock model is logged',
    layer: 'infrastructure',
    type: 'Custom::BedrockInvocationLogging',
    named: 'LlmopsInvocationLogging',
    property: 'LogGroupName',
    is: { present: true },
    in: ['staging', 'prod'],
    elsewhere:
      'This profile leaves the account’s setting of Bedrock invocation logging alone: say what it is set to',
  },
  logsKept: {
    kind: 'resource',
    says: 'Every log group has a term after which its lines go',
    type: 'AWS::Logs::LogGroup',
    property: 'RetentionInDays',
    is: { atLeast: 1 },
  },
  noTampering: {
    kind: 'rights',
    says: 'No role may shorten a retention, bypass a lock, stop the trail or delete the records table',
    nobodyMay: [
      's3:BypassGovernanceRetention',
      's3:PutObjectRetention',
      's3:PutObjectLegalHold',
      's3:PutBucketObjectLockConfiguration',
      'cloudtrail:StopLogging',
      'cloudtrail:DeleteTrail',
      'dynamodb:DeleteTable',
    ],
  },
  sweep: {
    kind: 'resource',
    says: 'Questions whose answering broke off are closed each minute',
    layer: 'orchestration',
    type: 'AWS::Events::Rule',
    named: 'ScheduledWorkLlmopsSweepInteractions',
    property: 'ScheduleExpression',
    is: { present: true },
  },
  promptVersions: {
    kind: 'resource',
    says: 'The prompt registry keeps every version',
    layer: 'governance',
    type: 'AWS::S3::Bucket',
    named: 'LlmopsPromptRegistry',
    property: 'VersioningConfiguration.Status',
    is: { equals: 'Enabled' },
  },
} as const satisfies Readonly<Record<string, Deployed>>;
