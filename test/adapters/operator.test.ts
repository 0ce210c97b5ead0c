import { deployedResources } from '../../lambda/adapters/operator/deployed-resources.ts';
import { trainingPipeline } from '../../lambda/adapters/operator/training-pipeline.ts';
import { type Reply, type StandIn, startStandIn } from './stand-in.ts';

let service: StandIn;
afterEach(() => service.close());
const open = async (reply: Reply) => {
  service = await startStandIn(() => reply);
  return service.client;
};
const sent = () => JSON.parse(service.sent[0]?.body ?? '{}');
const tagged = (...arns: readonly string[]): Reply => ({
  body: { ResourceTagMappingList: arns.map((ResourceARN) => ({ ResourceARN })) },
});

test('a resource is found by environment and role', async () => {
  const arn = 'arn:aws:dynamodb:eu-west-1:111122223333:table/records';
  const client = await open(tagged(arn));
  expect(await deployedResources(client).find('dev', 'records')).toBe(arn);
  expect(sent().TagFilters).toEqual([
    { Key: 'strata:env', Values: ['dev'] },
    { Key: 'strata:role', Values: ['records'] },
  ]);
});

test.each([[[]], [['one', 'other']]])('%j is not the one resource', async (arns) => {
  const client = await open(tagged(...arns));
  await expect(deployedResources(client).find('dev', 'training')).rejects.toMatchObject({
    name: 'NotFoundError',
    message: expect.stringContaining('cdk deploy'),
  });
});

test('a training starts with its labels, and the same labels are the same start', async () => {
  const client = await open({ body: { PipelineExecutionArn: 'arn:execution' } });
  const pipeline = trainingPipeline({ pipelineArn: 'arn:pipeline', client });
  const labelsPath = 'data-sets/labels/acme/0a.jsonl';
  const training = { tenant: 'acme', labelsPath, labelsHash: '0a'.repeat(32), seed: 3 };
  expect(await pipeline.start(training)).toBe('arn:execution');
  const { ClientRequestToken: token, ...request } = sent();
  expect(request).toMatchObject({
    PipelineName: 'arn:pipeline',
    PipelineParameters: [
      { Name: 'Tenant', Value: 'acme' },
      { Name: 'LabelsPath', Value: labelsPath },
      { Name: 'Seed', Value: '3' },
    ],
  });
  expect(token).toMatch(/^[A-Za-z0-9-]{32,128}$/);
  await pipeline.start(training);
  expect(JSON.parse(service.sent[1]?.body ?? '{}').ClientRequestToken).toBe(token);
});

test('who may not start it is told so', async () => {
  const client = await open({
    status: 400,
    body: { __type: 'AccessDeniedException', message: 'not authorized' },
  });
  const start = trainingPipeline({ pipelineArn: 'arn:pipeline', client }).start({
    tenant: 'acme',
    labelsPath: 'data-sets/x',
    labelsHash: '0'.repeat(64),
    seed: 1,
  });
  await expect(start).rejects.toMatchObject({ name: 'AccessError' });
});
