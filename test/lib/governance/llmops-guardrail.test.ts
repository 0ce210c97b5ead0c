import { synthesize } from '../synthesize.ts';

test.each([
  'student',
  'prod',
] as const)('in %s the version of the guardrail that another replaces lives on: its consumers follow later', (env) => {
  const { Resources } = synthesize(env).templates.governance;
  const versions = Object.values(Resources).filter(
    ({ Type }) => Type === 'AWS::Bedrock::GuardrailVersion',
  );
  expect(versions).toMatchObject([{ UpdateReplacePolicy: 'Retain' }]);
});
