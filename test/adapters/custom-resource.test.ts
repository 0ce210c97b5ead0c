import { customResource, type ResourceOwner } from '../../lambda/adapters/custom-resource.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

describe('customResource', () => {
  let formation: StandIn;
  beforeEach(async () => {
    formation = await startStandIn(() => ({}));
  });
  afterEach(() => formation.close());

  const ask = async (own: ResourceOwner, more: object = {}): Promise<unknown> => {
    await customResource(own)({
      RequestType: 'Create',
      ResponseURL: `${formation.url}/answer`,
      StackId: 'stack',
      RequestId: 'request',
      LogicalResourceId: 'Files',
      ResourceProperties: {},
      ...more,
    });
    return JSON.parse(formation.sent[0]?.body ?? 'null');
  };

  test('answers with the physical id', async () => {
    const answer = await ask(async () => 'bucket/prefix');
    expect(answer).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'bucket/prefix' });
  });

  test('answers a failure with its words, so that the stack does not hang', async () => {
    const answer = await ask(async () => Promise.reject(new Error('the account logs already')));
    expect(answer).toMatchObject({ Status: 'FAILED', Reason: 'Error: the account logs already' });
  });

  test('does not delete what a failed creation never made', async () => {
    let deleted = false;
    const own = async () => {
      deleted = true;
      return '';
    };
    await ask(own, { RequestType: 'Delete', PhysicalResourceId: 'never-made' });
    expect(deleted).toBe(false);
  });
});
