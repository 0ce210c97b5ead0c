import { existsSync, readFileSync } from 'node:fs';

/** Values and one-line views of a store. */
const NOT_ROLES = new Set(['console', 'configuration', 'queryExpansion', 'answerTime']);
/** Roles of `Ports` that are interfaces of their own: `readonly documents: Documents;`. */
const ports = readFileSync('lambda/ports.ts', 'utf8');
const stores =
  readFileSync('lambda/store-ports.ts', 'utf8') + readFileSync('lambda/release-ports.ts', 'utf8');
const roles = [...ports.matchAll(/^ {2}readonly ([a-zA-Z]+): ([A-Z]\w+);$/gm)]
  .filter(([, , type]) => new RegExp(`^export interface ${type}\\b`, 'm').test(ports + stores))
  .filter(([, role = '']) => !NOT_ROLES.has(role))
  .map(([, role = '']) => role.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
/**
 * On AWS the SageMaker Pipeline trains, not a port: `lib/model/mlops-training-pipeline.ts`. Audit entries
 * are records on both, by `domain/governance/record-audit.ts`.
 */
const LOCAL_ONLY = new Set(['trainer', 'audit']);
/** Prompts are published from the checkout: on the laptop releases are made of its files. */
const AWS_ONLY = new Set(['prompts']);

test('the roles are found', () => {
  expect(roles).toEqual(expect.arrayContaining(['documents', 'language-model', 'metrics']));
});

test.each(roles)('%s has a suite that runs on local and AWS adapters', (role) => {
  const run = `test/contracts/${role}.test.ts`;
  const source = existsSync(run) ? readFileSync(run, 'utf8') : '';
  const engines = ['local/adapters/|./mlops-local', 'lambda/adapters/']
    .filter((engine) => !(engine.startsWith('local') ? AWS_ONLY : LOCAL_ONLY).has(role))
    .map((engine) => new RegExp(`from '[./]*(${engine.replaceAll('.', '\\.')})`).test(source));
  expect(engines).not.toContain(false);
});
