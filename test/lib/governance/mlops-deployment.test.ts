import { statementsOf } from '../../../lib/shared/checks/checked.ts';
import { synthesize } from '../synthesize.ts';

const prod = synthesize('prod');
const ofDeployModel = (checked: typeof prod) =>
  statementsOf(checked).filter(({ where }) => where.includes('DeployModel'));
const actions = (checked: typeof prod) => ofDeployModel(checked).flatMap(({ Action }) => Action);

test('passes the execution role to SageMaker, and nothing else to anything', () => {
  const passing = ofDeployModel(prod).filter(({ Action }) => Action.includes('iam:PassRole'));
  expect(passing).toHaveLength(1);
  expect(JSON.stringify(passing[0])).toContain('MlopsExecutionRole');
  expect(JSON.stringify(passing[0]?.Condition)).toContain('sagemaker.amazonaws.com');
});

test('creates models and configurations below the name of the package group only', () => {
  const made = ofDeployModel(prod).filter(({ Action }) =>
    Action.some((action) => action.startsWith('sagemaker:Create')),
  );
  expect(made).toHaveLength(2);
  for (const { Resource } of made) {
    expect(JSON.stringify(Resource)).toMatch(/(model|endpoint-config)\/strata-prod-classifier-\*/);
  }
});

test('where functions score, no endpoint can be touched', () => {
  const rights = actions(synthesize('student'));
  expect(rights.filter((action) => action.startsWith('sagemaker:'))).toEqual([
    'sagemaker:DescribeModelPackage',
  ]);
});

test('it can ask who started a training, from inside the private network too', () => {
  for (const checked of [prod, synthesize('student')]) {
    expect(actions(checked)).toContain('cloudtrail:LookupEvents');
  }
  expect(JSON.stringify(prod.templates.infrastructure)).toContain(
    'com.amazonaws.eu-west-1.cloudtrail',
  );
});

test('a package says which execution of the pipeline made it', () => {
  const pipeline = Object.values(prod.templates.model.Resources).find(
    ({ Type }) => Type === 'AWS::SageMaker::Pipeline',
  );
  expect(JSON.stringify(pipeline)).toContain('Execution.PipelineExecutionArn');
});

test('the switch follows the state of the endpoint', () => {
  const rules = Object.values(prod.templates.governance.Resources).filter(
    ({ Type }) => Type === 'AWS::Events::Rule',
  );
  expect(JSON.stringify(rules)).toContain('SageMaker Endpoint State Change');
});
