import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Configuration } from '../../config/load-profile.ts';
import { loadConfiguration } from '../../config/load-profile.ts';
import { synthesize } from './synthesize.ts';
import { templatesOf } from './template-store.ts';

const before = synthesize('student');
const prompts = mkdtempSync(join(tmpdir(), 'strata-prompts-'));
cpSync('config/prompts', prompts, { recursive: true });
writeFileSync(join(prompts, 'answer-question.v9.md'), 'Answer otherwise.');
afterAll(() => rmSync(prompts, { recursive: true }));

type Change = (configuration: Configuration) => Configuration;
const withRag =
  (rag: Partial<Configuration['profile']['rag']>): Change =>
  (one) => ({ ...one, profile: { ...one.profile, rag: { ...one.profile.rag, ...rag } } });

const changes: readonly (readonly [
  string,
  Change,
  readonly ('governance' | 'orchestration' | 'application')[],
])[] = [
  [
    'the guardrail policy',
    (one) => ({ ...one, guardrail: { ...one.guardrail, blockedInput: 'Ask otherwise.' } }),
    ['governance'],
  ],
  ['a prompt', (one) => ({ ...one, promptsFolder: prompts }), ['governance']],
  [
    'a language model',
    (one) => ({
      ...one,
      models: { ...one.models, answer: { ...one.models.answer, id: 'eu.amazon.nova-pro-v1:0' } },
    }),
    ['orchestration', 'application'],
  ],
  [
    'the embedding model',
    (one) => ({
      ...one,
      models: { ...one.models, embedding: { ...one.models.embedding, dimensions: 512 } },
    }),
    ['orchestration', 'application'],
  ],
  ['how documents are cut', withRag({ chunkTokens: 300 }), ['governance']],
  [
    'the quotas',
    (one) => ({
      ...one,
      profile: { ...one.profile, quotas: { ...one.profile.quotas, tokensPerDayPerTenant: 1_000 } },
    }),
    ['application'],
  ],
];

// All at once: they share one process.
beforeAll(() => templatesOf(changes.map(([, change]) => change(loadConfiguration('student')))));

test.each(changes)('%s changes the templates of its consumers', (_, change, consumers) => {
  const after = synthesize('student', change);
  const same = consumers.filter(
    (layer) => JSON.stringify(after.templates[layer]) === JSON.stringify(before.templates[layer]),
  );
  expect(same).toEqual([]);
});

test('nothing changed leaves every template as it was', () => {
  // A key that nothing reads: another order, so another process.
  const again = synthesize('student', (one) => ({ ...one, unread: true }));
  expect(again.templates).toEqual(before.templates);
});
