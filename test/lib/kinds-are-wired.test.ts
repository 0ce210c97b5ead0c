import { type Capability, partsOf } from '../../lambda/capabilities.ts';
import { BuiltSteps } from '../../lib/shared/built-steps.ts';

/** Written by functions, and by design read by no function. */
const READ_ELSEWHERE: Readonly<Record<string, string>> = {
  'artefacts:evaluations': 'people read it in the registry before they approve a package',
  'records:audit': 'the consumer of every change seals it; people read it with strata audit',
};
/** Read by functions, and by design written by none: people's own commands do. */
const WRITTEN_ELSEWHERE: Readonly<Record<string, string>> = {
  'artefacts:expansion': 'people learn it from a labelled corpus: strata expansion publish',
};
/** What a function should write or read and none does: an entry goes when it is mended. */
const OPEN_WRITES: Readonly<Record<string, string>> = {
  'documents:layout': 'read-document keeps it, nothing shows it',
  'records:review': 'answers that need a person are noted, no area lists them',
};

const STORES = new Set(['documents', 'artefacts', 'records']);
const read = new Set<string>();
const written = new Set<string>();
for (const { granted } of new BuiltSteps('dist').all) granted.forEach(take);

test('every kind that functions read is written by one', () => {
  const missing = [...read].filter((kind) => !written.has(kind));
  const known = Object.keys(WRITTEN_ELSEWHERE);
  expect(missing.toSorted()).toEqual(known.toSorted());
});

test('every kind that functions write is read by one', () => {
  const missing = [...written].filter((kind) => !read.has(kind));
  const known = Object.keys({ ...READ_ELSEWHERE, ...OPEN_WRITES });
  expect(missing.toSorted()).toEqual(known.toSorted());
});

function take(capability: Capability): void {
  const { action, kind } = partsOf(capability);
  const [store = '', verb] = action.split('.');
  if (kind === null || !STORES.has(store)) return;
  // A counter is added to and read by the same call.
  if (verb === 'read' || verb === 'count') read.add(`${store}:${kind}`);
  if (verb === 'write' || verb === 'count') written.add(`${store}:${kind}`);
}
