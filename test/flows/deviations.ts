/** Where the second engine does not do what is published: why ours stays as it is, and the cases. */
interface Deviation {
  readonly why: string;
  /** Published text that ours follows. */
  readonly source: string;
  /** Names of cases; a pattern stands for all that it matches. */
  readonly cases: readonly (string | RegExp)[];
}

const SPEC = 'Amazon States Language specification';
const GUIDE = 'Step Functions developer guide';

/** The second engine is LocalStack's, as moto 5.2.5 ships it. A case that agrees again must leave. */
const DEVIATIONS: readonly Deviation[] = [
  {
    why: 'names a failed function States.Runtime; a function that fails has an error name of its own, which retriers and catchers may take',
    source: `${SPEC}, Appendix A: States.IntrinsicFailure`,
    cases: [
      'a function that fails is caught',
      'States.ArrayPartition($.list, 0)',
      'States.ArrayRange(0, 5000, 1)',
      'States.ArrayRange(1, 9, 0)',
      'States.ArrayGetItem($.list, 4)',
      'States.ArrayGetItem($.a, 0)',
      'States.ArrayLength($.s)',
      'States.JsonMerge($.o, $.p, true)',
      'States.JsonMerge($.o, $.a, false)',
      'States.StringToJson($.a)',
      'States.StringToJson($.csv)',
      "States.StringSplit($.a, ',')",
      'States.MathAdd($.s, 1)',
      "States.Format('{} {}', $.a)",
    ],
  },
  {
    why: 'throws an error of Python, named Exception, where a path of a template leads to nothing',
    source: `${GUIDE}, error names: States.Runtime, neither retried nor caught`,
    cases: [
      'a path of a Task that leads to nothing is not caught',
      'ResultSelector leads to nothing',
    ],
  },
  {
    why: 'names it States.Runtime, or fails in Python, when a result cannot be put into the input',
    source: `${SPEC}, Appendix A: States.ResultPathMatchFailure`,
    cases: [
      'a result that cannot be put is caught by its name',
      'ResultPath through a number',
      'ResultPath into a list',
      'ResultPath into a text',
    ],
  },
  {
    why: 'lets States.ALL catch States.DataLimitExceeded',
    source: `${GUIDE}, error names: States.ALL cannot catch States.DataLimitExceeded`,
    cases: ['a result that is too large is not caught by States.ALL'],
  },
  {
    why: 'reads timestamps in UTC and whole seconds only',
    source: `${SPEC}, Timestamps: the RFC 3339 profile of ISO 8601, with offsets and fractions`,
    cases: [
      'Wait until a time of the input',
      /"Timestamp\w+":"2026-01-02T04:04:05\+01:00"/,
      /"Timestamp(Less|Greater)\w+":"2026-01-02T03:04:05.5Z"/,
      /"Timestamp(Less|Greater)\w+Path":/,
    ],
  },
  {
    why: 'names a Map over what is no list by an error of JSONata',
    source: `${SPEC}, Appendix A: States.QueryEvaluationError is of JSONata states`,
    cases: ['Map of what is no list'],
  },
  {
    why: 'refuses definitions with these paths',
    source: `${SPEC}, Paths: $.store['book'], and $$ for the context object`,
    cases: ['InputPath reads a quoted field', 'InputPath reads the context'],
  },
  {
    why: 'gives an empty list for every field of what is not there; a missing field before [*] is an error of the library that the service reads paths with',
    source: 'json-path/JsonPath, PropertyPathToken: missing property in path',
    cases: ['InputPath reads every field of nothing'],
  },
  {
    why: 'does not start with an input that is no object',
    source: `${SPEC}, Data: the input is JSON text`,
    cases: ['a text is an input'],
  },
  {
    why: 'has no negative fraction in its grammar, no range that falls, no list of objects without doubles',
    source: `${SPEC}, Appendix B: intrinsic functions take any JSON`,
    cases: [
      "States.Array($.a, 'x', null, true, -1.5)",
      'States.ArrayRange(9, 1, -2)',
      'States.ArrayUnique($.same)',
    ],
  },
  {
    why: 'lets values go for which the template has no place',
    source: `${SPEC}, States.Format: one value for each {}`,
    cases: ["States.Format('{}', $.a, $.a)"],
  },
  {
    why: 'does not take the backslash from an escaped character',
    source: `${SPEC}, Intrinsic functions: \\' \\{ \\} \\\\ stand for the character`,
    cases: [
      "States.Format('it\\'s {}', $.a)",
      "States.Format('\\{\\} {}', $.a)",
      "States.Array('a\\\\b')",
    ],
  },
  {
    why: 'takes ? and [] of a pattern for wildcards and \\* not for an asterisk',
    source: `${SPEC}, StringMatches: no character but * has a meaning, \\* is an asterisk`,
    cases: [/"StringMatches":"(be\?a|b\[e\]ta|a\\\\\*b)"/],
  },
  {
    why: 'names it States.Runtime when no rule holds',
    source: `${SPEC}, Appendix A: States.NoChoiceMatched`,
    cases: ['no rule holds and there is no Default'],
  },
  {
    why: 'takes the Default when a rule reads what is not there',
    source: `${GUIDE}, Choice: a Variable that leads to nothing is States.Runtime; test IsPresent first`,
    cases: ['a rule reads a path that leads to nothing'],
  },
];

/** The deviation that names a case. */
export function deviationOf(name: string): Deviation | undefined {
  return DEVIATIONS.find(({ cases }) => cases.some((one) => fits(one, name)));
}

/** Names and patterns that fit none of the cases that deviate. */
export function staleDeviations(deviating: readonly string[]): readonly string[] {
  return DEVIATIONS.flatMap(({ cases }) => cases)
    .filter((one) => !deviating.some((name) => fits(one, name)))
    .map(String);
}

function fits(one: string | RegExp, name: string): boolean {
  return typeof one === 'string' ? one === name : one.test(name);
}
