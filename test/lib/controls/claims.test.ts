import { existsSync } from 'node:fs';
import { frameworks } from '../../../config/controls/frameworks.ts';
import type { Claim, Framework } from '../../../config/controls/schema.ts';
import { frameworkSchema } from '../../../config/controls/schema.ts';
import { BuiltSteps } from '../../../lib/shared/built-steps.ts';
import {
  checkClaim,
  checkControls,
  statusOf,
} from '../../../lib/shared/checks/controls/check-controls.ts';
import type { Evidence, RecordEvidence } from '../../../lib/shared/checks/controls/evidence.ts';
import { synthesize } from '../synthesize.ts';

const student: Evidence = {
  ...synthesize('student'),
  steps: new BuiltSteps('dist'),
  root: '.',
  records: null,
};
const statusFor = (claim: Claim, evidence = student) => checkClaim(claim, evidence).status;

describe('the map', () => {
  test.each(
    frameworks.map((one): [string, Framework] => [one.id, one]),
  )('%s follows its schema', (_, framework) => {
    expect(frameworkSchema().parse(framework)).toEqual(framework);
  });

  test('no paragraph stands twice in a framework', () => {
    for (const { controls } of frameworks) {
      const paragraphs = controls.map(({ paragraph }) => paragraph);
      expect(paragraphs).toEqual([...new Set(paragraphs)]);
    }
  });

  test('the articles that it must map are mapped', () => {
    const of = (id: string) =>
      frameworks.find((one) => one.id === id)?.controls.map(({ paragraph }) => paragraph) ?? [];
    for (const article of [9, 10, 11, 12, 13, 14, 15, 26, 50]) {
      expect(of('eu-ai-act').some((one) => one.startsWith(`${article}(`))).toBe(true);
    }
    for (const article of [5, 22, 25, 30, 32, 35]) {
      expect(of('gdpr').some((one) => one.startsWith(`${article}(`))).toBe(true);
    }
    expect(of('owasp-llm')).toHaveLength(10);
    for (const group of ['A.2', 'A.3', 'A.4', 'A.5', 'A.6', 'A.7', 'A.8', 'A.9', 'A.10']) {
      expect(of('iso-42001').some((one) => one.startsWith(`${group}.`))).toBe(true);
    }
    for (const name of ['GOVERN', 'MAP', 'MEASURE', 'MANAGE', '600-1']) {
      expect(of('nist-ai-rmf').some((one) => one.startsWith(name))).toBe(true);
    }
  });
});

describe('a claim bites', () => {
  const says = 'planted';

  test('on rights that somebody has', () => {
    expect(statusFor({ kind: 'rights', says, nobodyMay: ['s3:GetObject'] })).toBe('not held');
    expect(statusFor({ kind: 'rights', says, nobodyMay: ['cloudtrail:StopLogging'] })).toBe('held');
  });

  test('on a setting that is another', () => {
    const claim = { kind: 'setting', says, setting: 'approvals.people' } as const;
    expect(statusFor({ ...claim, is: { equals: 2 } })).toBe('not held');
    expect(statusFor({ ...claim, is: { equals: 1 } })).toBe('held');
  });

  test('on a function that touches what it must not, and on one that does not what it must', () => {
    const claim = { kind: 'capability', says, capability: 'languageModel' } as const;
    const callers = [
      'llmops-answer-question',
      'llmops-classify-document',
      'llmops-extract-fields',
      'llmops-plan-question',
    ];
    expect(statusFor({ ...claim, functions: callers, others: 'may not' })).toBe('held');
    expect(statusFor({ ...claim, functions: callers.slice(1), others: 'may not' })).toBe(
      'not held',
    );
    expect(statusFor({ ...claim, functions: ['ask-api'], others: 'may' })).toBe('not held');
  });

  test('on a path of a flow that leaves the state out', () => {
    const claim = { kind: 'flow', says, flow: 'answer-flow' } as const;
    const before = 'llmops-close-record';
    expect(statusFor({ ...claim, state: 'llmops-guard-input', before })).toBe('held');
    expect(statusFor({ ...claim, state: 'llmops-answer-question', before })).toBe('not held');
    expect(statusFor({ ...claim, state: 'no-such-state', before })).toBe('not held');
  });

  test('on a test that is not there', () => {
    const file = 'test/http/ask.test.ts';
    expect(existsSync(file)).toBe(true);
    expect(statusFor({ kind: 'test', says, file, title: 'no such fact' })).toBe('not held');
    expect(statusFor({ kind: 'test', says, file: 'test/none.ts', title: 'a' })).toBe('not held');
  });
});

describe('records', () => {
  const claim = {
    kind: 'record',
    says: 'planted',
    record: 'interaction',
    status: ['answered'],
    property: 'prompt.hash',
    is: { present: true },
  } as const;
  const run = (values: readonly unknown[], wrong: readonly string[] = []): RecordEvidence => ({
    from: 'a run',
    entries: 1,
    wrong,
    values: { interaction: values },
  });
  const good = { status: 'answered', prompt: { hash: 'ab' } };

  test('that say it pass, one that does not fails, and its status is looked at', () => {
    expect(statusFor(claim, { ...student, records: run([good]) })).toBe('held');
    const bad = { status: 'answered', prompt: null };
    expect(statusFor(claim, { ...student, records: run([good, bad]) })).toBe('not held');
    const blocked = { status: 'blocked', prompt: null };
    expect(statusFor(claim, { ...student, records: run([good, blocked]) })).toBe('held');
  });

  test('that are not there are a person’s to make', () => {
    expect(statusFor(claim)).toBe('manual');
    expect(statusFor(claim, { ...student, records: run([]) })).toBe('manual');
  });

  test('whose log does not verify fail', () => {
    const log = { kind: 'log', says: 'planted' } as const;
    expect(statusFor(log, { ...student, records: run([]) })).toBe('held');
    expect(statusFor(log, { ...student, records: run([], ['entry 3: altered']) })).toBe('not held');
  });
});

test('a control that anything fails fails; what only a person can tell keeps it from passing', () => {
  expect(statusOf([{ status: 'held' }, { status: 'manual' }, { status: 'not held' }])).toBe(
    'not held',
  );
  expect(statusOf([{ status: 'held' }, { status: 'manual' }])).toBe('manual');
  expect(statusOf([{ status: 'held' }])).toBe('held');
});

test('what a profile does not promise is never passed: a person says what takes its place', () => {
  const results = checkControls(student);
  const kept = results.find(({ name }) => name === 'EU AI Act, article 26(6)');
  expect(kept?.status).toBe('manual');
  expect(kept?.claims.map(({ status }) => status)).toEqual(['manual', 'held', 'held']);
});
