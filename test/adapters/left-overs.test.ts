import { awsLeftOvers } from '../../lambda/adapters/operator/left-overs.ts';
import { type Reply, type StandIn, startStandIn } from './stand-in.ts';

describe('awsLeftOvers', () => {
  let service: StandIn;
  afterEach(() => service.close());

  const open = async (replies: Readonly<Record<string, Reply>>) => {
    service = await startStandIn(({ headers }) => {
      const operation = headers['x-amz-target']?.split('.').at(-1) ?? '';
      return replies[operation] ?? { body: {} };
    });
    return awsLeftOvers(service.client);
  };
  const deleted = () =>
    service.sent
      .filter(({ headers }) => headers['x-amz-target']?.includes('.Delete'))
      .map(({ body }): unknown => JSON.parse(body));

  const listed = {
    ListEndpointConfigs: {
      body: {
        EndpointConfigs: [
          { EndpointConfigName: 'strata-dev-classifier-7' },
          { EndpointConfigName: 'other-strata-dev-classifier-7' },
        ],
      },
    },
    ListModels: { body: { Models: [{ ModelName: 'strata-dev-classifier-7' }] } },
  };

  test('removes configurations and models whose names start so, and no other', async () => {
    const leftOvers = await open(listed);
    await leftOvers.removeServing('strata-dev-classifier-');
    expect(deleted()).toEqual([
      { EndpointConfigName: 'strata-dev-classifier-7' },
      { ModelName: 'strata-dev-classifier-7' },
    ]);
  });

  test('what is gone meanwhile is no error', async () => {
    const gone: Reply = {
      status: 400,
      body: { __type: 'ValidationException', message: 'Could not find model "x".' },
    };
    const leftOvers = await open({ ...listed, DeleteModel: gone });
    await expect(leftOvers.removeServing('strata-dev-classifier-')).resolves.toHaveLength(2);
  });

  test('removes every package, so that its group can be deleted', async () => {
    const ModelPackageArn = 'arn:aws:sagemaker:eu-west-1:111122223333:model-package/classifier/1';
    const leftOvers = await open({
      ListModelPackages: { body: { ModelPackageSummaryList: [{ ModelPackageArn }] } },
    });
    expect(await leftOvers.removeModelPackages('classifier')).toEqual([ModelPackageArn]);
  });
});
