import { sageMakerEndpoint } from '../../lambda/adapters/serving-endpoint.ts';
import { type Reply, type StandIn, startStandIn } from './stand-in.ts';

const account = 'arn:aws:sagemaker:eu-west-1:111122223333';
const packageGroupArn = `${account}:model-package-group/strata-prod-classifier`;
const packageArn = `${account}:model-package/strata-prod-classifier/7`;
const realtime = {
  kind: 'realtime',
  instanceType: 'ml.m5.xlarge',
  minInstances: 2,
  maxInstances: 4,
} as const;
const serverless = { kind: 'serverless', memoryMb: 2_048, maxConcurrency: 5 } as const;
const container = { Image: 'xgboost:3.0-5', ModelDataUrl: 's3://artefacts/model.tar.gz' };

describe('sageMakerEndpoint', () => {
  let service: StandIn;
  afterEach(() => service.close());

  const open = async (
    replies: Readonly<Record<string, Reply>>,
    serving: typeof realtime | typeof serverless = realtime,
  ) => {
    service = await startStandIn(({ headers }) => {
      const operation = headers['x-amz-target']?.split('.').at(-1) ?? '';
      return replies[operation] ?? { body: {} };
    });
    return sageMakerEndpoint({
      servingEndpoint: 'endpoint',
      serving,
      executionRoleArn: 'arn:aws:iam::111122223333:role/execution',
      keyArn: 'arn:aws:kms:eu-west-1:111122223333:key/1',
      packageGroupArn,
      tags: { 'strata:env': 'prod' },
      client: service.client,
    });
  };
  const serves = (EndpointConfigName: string, EndpointStatus = 'InService'): Reply => ({
    body: { EndpointConfigName, EndpointStatus },
  });
  const described: Reply = { body: { InferenceSpecification: { Containers: [container] } } };
  const operations = () =>
    service.sent.map(({ headers }) => headers['x-amz-target']?.split('.').at(-1));
  const sent = (operation: string): unknown =>
    JSON.parse(
      service.sent.find(({ headers }) => headers['x-amz-target']?.endsWith(`.${operation}`))
        ?.body ?? 'null',
    );

  test('makes model and configuration of the package, then turns the endpoint', async () => {
    const endpoint = await open({
      DescribeEndpoint: serves('seed'),
      DescribeModelPackage: described,
    });
    expect(await endpoint.turnTo(packageArn)).toBe(false);
    expect(operations()).toEqual([
      'DescribeEndpoint',
      'DescribeModelPackage',
      'CreateModel',
      'CreateEndpointConfig',
      'UpdateEndpoint',
    ]);
  });

  test('names both after the group and the number of the package', async () => {
    const endpoint = await open({
      DescribeEndpoint: serves('seed'),
      DescribeModelPackage: described,
    });
    await endpoint.turnTo(packageArn);
    expect([sent('CreateModel'), sent('UpdateEndpoint')]).toMatchObject([
      { ModelName: 'strata-prod-classifier-7', PrimaryContainer: container },
      { EndpointConfigName: 'strata-prod-classifier-7', RetainAllVariantProperties: true },
    ]);
  });

  test('the instances are those of the profile, on encrypted volumes', async () => {
    const endpoint = await open({
      DescribeEndpoint: serves('seed'),
      DescribeModelPackage: described,
    });
    await endpoint.turnTo(packageArn);
    expect(sent('CreateEndpointConfig')).toMatchObject({
      KmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/1',
      ProductionVariants: [
        { VariantName: 'main', InstanceType: 'ml.m5.xlarge', InitialInstanceCount: 2 },
      ],
    });
  });

  test('a serverless endpoint gets no instances, key or isolation, which it cannot have', async () => {
    const replies = { DescribeEndpoint: serves('seed'), DescribeModelPackage: described };
    const endpoint = await open(replies, serverless);
    await endpoint.turnTo(packageArn);
    expect([sent('CreateModel'), sent('CreateEndpointConfig')]).toEqual([
      expect.objectContaining({ EnableNetworkIsolation: false }),
      {
        EndpointConfigName: 'strata-prod-classifier-7',
        ProductionVariants: [
          {
            VariantName: 'main',
            ModelName: 'strata-prod-classifier-7',
            InitialVariantWeight: 1,
            ServerlessConfig: { MemorySizeInMB: 2_048, MaxConcurrency: 5 },
          },
        ],
        Tags: [{ Key: 'strata:env', Value: 'prod' }],
      },
    ]);
  });

  test('what exists already is used: approving an older package again rolls back', async () => {
    const exists: Reply = {
      status: 400,
      body: { __type: 'ValidationException', message: 'Cannot create already existing model' },
    };
    const endpoint = await open({
      DescribeEndpoint: serves('strata-prod-classifier-8'),
      DescribeModelPackage: described,
      CreateModel: exists,
      CreateEndpointConfig: exists,
    });
    await endpoint.turnTo(packageArn);
    expect(sent('UpdateEndpoint')).toMatchObject({
      EndpointConfigName: 'strata-prod-classifier-7',
    });
  });

  test('makes nothing when the endpoint serves the package', async () => {
    const endpoint = await open({ DescribeEndpoint: serves('strata-prod-classifier-7') });
    expect(await endpoint.turnTo(packageArn)).toBe(true);
    expect(operations()).toEqual(['DescribeEndpoint']);
  });

  test('waits while the endpoint turns to another package', async () => {
    const endpoint = await open({
      DescribeEndpoint: serves('strata-prod-classifier-8', 'Updating'),
    });
    await expect(endpoint.turnTo(packageArn)).rejects.toMatchObject({ name: 'UnavailableError' });
  });

  test('refuses a package of another group', async () => {
    const endpoint = await open({});
    await expect(endpoint.turnTo(`${account}:model-package/other/7`)).rejects.toThrow('other/7');
  });

  test('says which package serves, by the name of the configuration', async () => {
    const endpoint = await open({ DescribeEndpoint: serves('strata-prod-classifier-7') });
    expect(await endpoint.state()).toEqual({ settled: true, packageArn });
  });

  test("a configuration of CloudFormation's is the seed", async () => {
    const endpoint = await open({ DescribeEndpoint: serves('Configuration-3fX1') });
    expect(await endpoint.state()).toEqual({ settled: true, packageArn: null });
  });
});
