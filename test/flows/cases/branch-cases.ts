import { chain, task } from '../flow-case.ts';
import type { FlowCase, StateText, Turn } from '../flow-case.ts';

const one = (name: string, state: StateText = task(name)) => chain({ [name]: state });
const parallel = (...names: readonly string[]): StateText => ({
  Type: 'Parallel',
  Branches: names.map((name) => one(name)),
});
const map = (fields: object, state: StateText = task('item')): StateText => ({
  Type: 'Map',
  ItemProcessor: one('item', state),
  ...fields,
});
const fails: Turn = { throws: 'Broken', message: 'for good' };
const slow: Turn = { afterMs: 1500, gives: 'late' };
const caught: StateText = { Type: 'Pass', End: true };
const handled = (state: StateText): FlowCase['definition'] => ({
  StartAt: 'work',
  States: { work: { ...state, End: true }, caught },
});
const catcher = { Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'caught' }] };
const input = { k: 'K', list: ['a', 'b', 'c'], rows: [{ n: 1 }, { n: 2 }] };

/** Parallel and Map: inputs, results, order, failures. */
export const branchCases: readonly FlowCase[] = [
  {
    name: 'branches get one input and give results in order',
    definition: chain({ p: parallel('x', 'y', 'z') }),
    input,
    tasks: { x: [{ afterMs: 300, gives: 1 }] },
  },
  {
    name: 'Parallel shapes input and result',
    definition: chain({
      p: {
        ...parallel('x', 'y'),
        Parameters: { 'n.$': '$.k' },
        ResultSelector: { 'first.$': '$[0].got.n', 'all.$': '$' },
        ResultPath: '$.r',
        OutputPath: '$.r',
      },
    }),
    input,
  },
  {
    name: 'a branch of several states',
    definition: chain({
      p: {
        Type: 'Parallel',
        Branches: [
          chain({ a: task('a'), b: { Type: 'Pass', Result: 1, ResultPath: '$.b' }, c: task('c') }),
          one('d'),
        ],
      },
    }),
    input,
  },
  {
    name: 'branches inside branches',
    definition: chain({
      p: { Type: 'Parallel', Branches: [one('q', parallel('x', 'y')), one('z')] },
    }),
    input,
  },
  {
    name: 'a branch that fails fails the whole',
    definition: handled(parallel('x', 'y')),
    input,
    tasks: { x: [fails], y: [slow] },
  },
  {
    name: 'a failed Parallel is caught',
    definition: handled({ ...parallel('x', 'y'), ...catcher }),
    input,
    tasks: { x: [fails] },
  },
  {
    name: 'a failed Parallel is tried again as a whole',
    definition: handled({
      ...parallel('x'),
      Retry: [{ ErrorEquals: ['Broken'], MaxAttempts: 1 }],
      ...catcher,
    }),
    input,
    tasks: { x: [fails, { gives: 2 }] },
  },
  {
    name: 'what a branch catches does not fail the whole',
    definition: chain({
      p: {
        Type: 'Parallel',
        Branches: [
          {
            StartAt: 'x',
            States: {
              x: task('x', { Catch: [{ ErrorEquals: ['Broken'], Next: 'saved' }] }),
              saved: { Type: 'Pass', End: true },
            },
          },
          one('y'),
        ],
      },
    }),
    input,
    tasks: { x: [fails] },
  },
  {
    name: 'a Fail inside a branch',
    definition: handled({
      Type: 'Parallel',
      Branches: [one('f', { Type: 'Fail', Error: 'Mine', Cause: 'why' })],
      ...catcher,
    }),
    input,
  },
  {
    name: 'a Succeed inside a branch ends the branch',
    definition: chain({
      p: {
        Type: 'Parallel',
        Branches: [one('s', { Type: 'Succeed', InputPath: '$.k' }), one('y')],
      },
      after: { Type: 'Pass' },
    }),
    input,
  },
  {
    name: 'every item is worked on',
    definition: chain({ m: map({ ItemsPath: '$.list' }) }),
    input,
  },
  {
    name: 'items one after another',
    definition: chain({ m: map({ ItemsPath: '$.list', MaxConcurrency: 1 }) }),
    input,
    tasks: { item: [{ afterMs: 400, gives: 1 }, { gives: 2 }] },
  },
  {
    name: 'items two at once',
    definition: chain({ m: map({ ItemsPath: '$.list', MaxConcurrency: 2 }) }),
    input,
    tasks: { item: [{ afterMs: 300, gives: 1 }] },
  },
  {
    name: 'ItemSelector shapes items',
    definition: chain({
      m: map({
        ItemsPath: '$.rows',
        ResultPath: '$.r',
        ItemSelector: {
          'i.$': '$$.Map.Item.Index',
          'v.$': '$$.Map.Item.Value.n',
          'k.$': '$.k',
          c: 1,
        },
      }),
    }),
    input,
  },
  {
    name: 'an item knows its place',
    definition: chain({
      m: map(
        { ItemsPath: '$.list' },
        { Type: 'Pass', Parameters: { 'i.$': '$$.Map.Item.Index', 'v.$': '$$.Map.Item.Value' } },
      ),
    }),
    input,
  },
  { name: 'Map over its whole input', definition: chain({ m: map({}) }), input: [1, 2] },
  {
    name: 'Map of nothing',
    definition: chain({ m: map({ ItemsPath: '$.list' }) }),
    input: { list: [] },
  },
  { name: 'Map of what is no list', definition: chain({ m: map({ ItemsPath: '$.k' }) }), input },
  {
    name: 'Map of what is not there',
    definition: chain({ m: map({ ItemsPath: '$.gone' }) }),
    input,
  },
  {
    name: 'Map shapes its result',
    definition: chain({
      m: map({
        ItemsPath: '$.list',
        ResultSelector: { 'n.$': 'States.ArrayLength($)' },
        ResultPath: '$.r',
      }),
    }),
    input,
  },
  {
    name: 'an item that fails fails the Map',
    definition: handled(map({ ItemsPath: '$.list', MaxConcurrency: 1, ...catcher })),
    input,
    tasks: { item: [{ gives: 1 }, fails] },
  },
  {
    name: 'a failed Map is tried again as a whole',
    definition: handled(
      map({
        ItemsPath: '$.list',
        MaxConcurrency: 1,
        Retry: [{ ErrorEquals: ['Broken'], MaxAttempts: 1 }],
      }),
    ),
    input,
    tasks: { item: [{ gives: 1 }, fails, { gives: 3 }] },
  },
  {
    name: 'a Map inside a Map',
    definition: chain({
      m: map(
        { ItemsPath: '$.rows', MaxConcurrency: 1 },
        { Type: 'Map', MaxConcurrency: 1, ItemsPath: '$.l', ItemProcessor: one('inner') },
      ),
    }),
    input: { rows: [{ l: [1, 2] }, { l: [3] }] },
  },
  {
    name: 'a Parallel inside a Map',
    definition: chain({ m: map({ ItemsPath: '$.list', MaxConcurrency: 1 }, parallel('x', 'y')) }),
    input,
  },
  {
    name: 'a Map says that it is an inline one',
    definition: chain({
      m: {
        Type: 'Map',
        ItemsPath: '$.list',
        ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, ...one('item') },
      },
    }),
    input,
  },
];
