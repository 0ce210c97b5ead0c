import type { ClaimOf } from './schema.ts';

const ANSWERED = ['answered', 'no-answer'] as const;

/** What the records of a run, or of an environment, say. */
export const recorded = {
  log: { kind: 'log', says: 'Log and records agree: nothing altered, dropped, inserted or forged' },
  asked: {
    kind: 'record',
    says: 'Every question is on record with the time it was asked',
    record: 'interaction',
    property: 'askedAt',
    is: { present: true },
  },
  prompt: {
    kind: 'record',
    says: 'Every answer names the prompt by its hash',
    record: 'interaction',
    status: ANSWERED,
    property: 'configuration.prompt.hash',
    is: { present: true },
  },
  configuration: {
    kind: 'record',
    says: 'Every answer names the configuration that decided it',
    record: 'interaction',
    status: ANSWERED,
    property: 'configuration.hash',
    is: { present: true },
  },
  guardrail: {
    kind: 'record',
    says: 'Every answer names the version of the guardrail that judged it',
    record: 'interaction',
    status: ANSWERED,
    property: 'guardrail.version',
    is: { present: true },
  },
  reader: {
    kind: 'record',
    says: 'Every answer says which reader gave it',
    record: 'interaction',
    status: ANSWERED,
    property: 'reader',
    is: { present: true },
  },
  decision: {
    kind: 'record',
    says: 'Every result says which side counts, and whether a person is asked',
    record: 'document',
    status: ['recorded', 'awaiting-review'],
    property: 'decision.primary',
    is: { present: true },
  },
  versions: {
    kind: 'record',
    says: 'Every result names the versions that it was made with',
    record: 'document',
    status: ['recorded', 'awaiting-review'],
    property: 'results.*.classification.model',
    is: { present: true },
  },
  audited: {
    kind: 'record',
    says: 'Every audit entry says what was done',
    record: 'audit',
    property: 'kind',
    is: { present: true },
  },
} as const satisfies Readonly<Record<string, ClaimOf<'record'> | ClaimOf<'log'>>>;
