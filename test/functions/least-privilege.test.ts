import { readFileSync } from 'node:fs';
import { BuiltSteps } from '../../lib/shared/built-steps.ts';
import { mutantsOf, refusals, sourcesBelow } from './mutate-capabilities.ts';

const files = ['lambda/domain', 'lambda/http'].flatMap(sourcesBelow);
const mutants = files.flatMap((file) => mutantsOf(file));
const touched = new BuiltSteps('dist').all.flatMap(({ touches }) => touches).length;

// One run of the compiler for all copies.
const refused = refusals([
  ...mutants,
  ...files
    .filter((file) => mutantsOf(file).length > 0)
    .map((file) => ({ file, source: readFileSync(file, 'utf8') })),
]);

test('every capability of every declaration has a copy without it', () => {
  const declared = mutants.filter(({ without }) => /^(touches|TOUCHES)/.test(without));
  expect(declared).toHaveLength(touched);
});

test('no declaration, and no helper, compiles without a capability that it names', () => {
  const needless = mutants.filter((_, at) => refused[at] !== true);
  expect(needless.map(({ file, without }) => `${file}: ${without}`)).toEqual([]);
});

test('each file compiles as it stands', () => {
  expect(refused.slice(mutants.length)).not.toContain(true);
});
