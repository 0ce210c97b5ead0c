import { chain, pass, task } from '../flow-case.ts';
import type { FlowCase } from '../flow-case.ts';

const input = { a: { b: 1, 'c-d': 'x' }, list: [1, 2, 3], rows: [{ n: 1 }, { n: 2 }], none: null };

/** Paths, templates and results of Pass, Task, Succeed. */
export const dataCases: readonly FlowCase[] = [
  pass('a Pass gives its input', {}, input),
  pass('InputPath selects', { InputPath: '$.a' }, input),
  pass('InputPath null gives the empty object', { InputPath: null }, input),
  pass('InputPath selects an item', { InputPath: '$.list[1]' }, input),
  pass('InputPath reads a quoted field', { InputPath: "$.a['c-d']" }, input),
  pass('InputPath reads every item', { InputPath: '$.rows[*].n' }, input),
  pass('InputPath reads every value of an object', { InputPath: '$.a.*' }, input),
  pass('InputPath leads to nothing', { InputPath: '$.gone' }, input),
  pass('InputPath leads beyond a list', { InputPath: '$.list[7]' }, input),
  pass('InputPath reads every field of nothing', { InputPath: '$.gone[*].n' }, input),
  pass('InputPath reads the context', { InputPath: '$$.Execution.Name' }, input),
  pass('OutputPath selects', { OutputPath: '$.a.b' }, input),
  pass('OutputPath null gives the empty object', { OutputPath: null }, input),
  pass('OutputPath leads to nothing', { OutputPath: '$.gone' }, input),
  pass('OutputPath leads to null', { OutputPath: '$.none' }, input),
  pass('Result stands for the work', { Result: { r: [1, null] } }, input),
  pass('Result null', { Result: null }, input),
  pass('ResultPath puts beside', { Result: 1, ResultPath: '$.r' }, input),
  pass('ResultPath makes what is missing', { Result: 1, ResultPath: '$.x.y.z' }, input),
  pass('ResultPath writes over', { Result: 1, ResultPath: '$.a' }, input),
  pass('ResultPath writes into', { Result: 1, ResultPath: '$.a.b' }, input),
  pass('ResultPath through a number', { Result: 1, ResultPath: '$.a.b.c' }, input),
  pass('ResultPath null drops the result', { Result: 1, ResultPath: null }, input),
  pass('ResultPath into a list', { Result: 1, ResultPath: '$.r' }, [1]),
  pass('ResultPath into a text', { Result: 1, ResultPath: '$.r' }, 'text'),
  pass('Parameters shape', { Parameters: { 'x.$': '$.a.b', y: 'z' } }, input),
  pass('Parameters at every depth', { Parameters: { p: { q: [{ 'r.$': '$.list' }] } } }, input),
  pass('Parameters without paths', { Parameters: { p: 1 } }, input),
  pass('Parameters lead to nothing', { Parameters: { 'x.$': '$.gone' } }, input),
  pass('Parameters read null', { Parameters: { 'x.$': '$.none' } }, input),
  pass('Parameters read the whole', { Parameters: { 'x.$': '$' } }, input),
  pass(
    'Parameters read what InputPath selects',
    {
      InputPath: '$.a',
      Parameters: { 'x.$': '$.b' },
      ResultPath: '$.r',
      OutputPath: '$.r',
    },
    input,
  ),
  pass(
    'Parameters read the context',
    {
      Parameters: {
        'n.$': '$$.Execution.Name',
        's.$': '$$.State.Name',
        'i.$': '$$.Execution.Input.a',
      },
    },
    input,
  ),
  pass('a text that looks like a path is a text', { Parameters: { x: '$.a' } }, input),
  pass('numbers keep their value', { Parameters: { 'x.$': '$.n' } }, { n: [0.1, -0, 1e21, 1e-7] }),
  pass('texts keep their characters', {}, { t: 'ä \u2028 😀 "\\ \u0000' }),
  pass('a list is an input', { Parameters: { 'first.$': '$[0]' } }, [5, 6]),
  pass('a text is an input', {}, 'text'),
  pass('null is an input', {}, null),
  {
    name: 'Succeed selects',
    definition: chain({ only: { Type: 'Succeed', InputPath: '$.a', OutputPath: '$.b' } }),
    input,
  },
  {
    name: 'a Task gets its parameters and its result is put beside',
    definition: chain({ t: task('t', { Parameters: { 'x.$': '$.a.b' }, ResultPath: '$.r' }) }),
    input,
  },
  {
    name: 'a Task without parameters gets its input',
    definition: chain({ t: task('t', { InputPath: '$.a' }) }),
    input,
  },
  {
    name: 'ResultSelector shapes the result',
    definition: chain({
      t: task('t', { ResultSelector: { 'r.$': '$.got.a.b', n: 'z' }, ResultPath: '$.r' }),
    }),
    input,
  },
  {
    name: 'ResultSelector leads to nothing',
    definition: chain({ t: task('t', { ResultSelector: { 'r.$': '$.gone' } }) }),
    input,
  },
  {
    name: 'a Task gives null',
    definition: chain({ t: task('t', { ResultPath: '$.r' }) }),
    input,
    tasks: { t: [{ gives: null }] },
  },
  {
    name: 'a Task gives a text',
    definition: chain({ t: task('t'), p: { Type: 'Pass', Parameters: { 'x.$': '$' } } }),
    input,
    tasks: { t: [{ gives: 'text' }] },
  },
  {
    name: 'states follow one another',
    definition: chain({ a: { Type: 'Pass' }, b: task('b'), c: { Type: 'Pass' }, d: task('d') }),
    input: { a: 1 },
  },
];
