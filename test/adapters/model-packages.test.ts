import { sageMakerPackages } from '../../lambda/adapters/model-registry/model-packages.ts';
import { pipelineStarters } from '../../lambda/adapters/model-registry/pipeline-starters.ts';
import { type StandIn, startStandIn, TEST_CLIENT } from './stand-in.ts';

const arn = 'arn:aws:sagemaker:eu-west-1:111122223333:model-package/classifier/2';
const execution = 'arn:aws:sagemaker:eu-west-1:111122223333:pipeline/training/execution/x1';
const bob = {
  type: 'AssumedRole',
  principalId: 'AROA1:bob',
  arn: 'arn:aws:sts::111122223333:assumed-role/Scientist/bob',
  sessionContext: { sourceIdentity: 'bob@example.org' },
};
const start = (pipelineExecutionArn: string, userIdentity: object = bob, more: object = {}) => ({
  CloudTrailEvent: JSON.stringify({
    eventSource: 'sagemaker.amazonaws.com',
    eventName: 'StartPipelineExecution',
    userIdentity,
    responseElements: { pipelineExecutionArn },
    ...more,
  }),
});

describe('sageMakerPackages', () => {
  let service: StandIn;
  afterEach(() => service.close());
  const describePackage = async (pages: readonly object[]) => {
    let page = 0;
    service = await startStandIn(({ headers }) =>
      headers['x-amz-target']?.endsWith('.LookupEvents')
        ? { body: pages[page++] ?? {} }
        : {
            body: {
              ModelPackageDescription: 'v2',
              ModelApprovalStatus: 'Approved',
              CreationTime: 1_790_000_000,
              MetadataProperties: { GeneratedBy: execution },
              CreatedBy: { IamIdentity: { Arn: 'arn:pipeline', PrincipalId: 'AROA2:SageMaker' } },
              LastModifiedBy: { IamIdentity: { Arn: 'arn:ada', PrincipalId: 'AROA3:ada' } },
            },
          },
    );
    const signing = { region: 'eu-west-1', ...TEST_CLIENT.credentials };
    const starters = pipelineStarters(() => signing, service.url);
    return sageMakerPackages({ ...starters, client: service.client }).describe(arn);
  };

  test('tells who started the execution that made a package, on whichever page it stands', async () => {
    const other = start(`${execution}2`, { ...bob, arn: 'arn:other' });
    const found = await describePackage([
      {
        Events: [other, { CloudTrailEvent: '{"eventSource":"codepipeline.amazonaws.com"}' }],
        NextToken: 'n',
      },
      { Events: [start(execution)] },
    ]);
    expect(found.starter).toEqual({
      arn: bob.arn,
      principalId: 'AROA1:bob',
      sourceIdentity: 'bob@example.org',
    });
    expect(found.approver).toEqual({
      arn: 'arn:ada',
      principalId: 'AROA3:ada',
      sourceIdentity: null,
    });
    expect(JSON.parse(service.sent.at(-1)?.body ?? '')).toMatchObject({
      NextToken: 'n',
      EndTime: 1_790_000_000,
    });
  });

  test.each([
    ['no event', []],
    ['a refused start', [start(execution, bob, { errorCode: 'AccessDenied' })]],
    ['a start by a service', [start(execution, { ...bob, invokedBy: 'events.amazonaws.com' })]],
  ])('%s names nobody', async (_, Events) => {
    expect((await describePackage([{ Events }])).starter).toBeNull();
  });
});
