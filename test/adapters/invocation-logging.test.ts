import { invocationLogging } from '../../lambda/adapters/invocation-logging.ts';
import { type StandIn, startStandIn, TEST_CLIENT } from './stand-in.ts';

const target = { logGroupName: 'strata', roleArn: 'arn:aws:iam::111122223333:role/log' };
const setting = (logGroupName: string) => ({
  loggingConfig: { cloudWatchConfig: { logGroupName } },
});

describe('invocationLogging', () => {
  let bedrock: StandIn;
  afterEach(() => bedrock.close());
  const open = async (current: object) => {
    bedrock = await startStandIn(({ method }) => ({ body: method === 'GET' ? current : {} }));
    return invocationLogging({ region: 'eu-west-1', ...TEST_CLIENT.credentials }, bedrock.url);
  };
  const methods = () => bedrock.sent.map(({ method }) => method);

  test('sets the log where nothing was set, without prompts in it', async () => {
    await (await open({})).own(target);
    expect(JSON.parse(bedrock.sent[1]?.body ?? '')).toMatchObject({
      loggingConfig: { cloudWatchConfig: target, textDataDeliveryEnabled: false },
    });
  });

  test('refuses where the account logs elsewhere, and changes nothing', async () => {
    const logging = await open(setting('another-team'));
    await expect(logging.own(target)).rejects.toThrow('another-team');
    expect(methods()).toEqual(['GET']);
  });

  test('gives back its own setting', async () => {
    await (await open(setting('strata'))).release(target);
    expect(methods()).toEqual(['GET', 'DELETE']);
  });

  test('leaves the setting of someone else', async () => {
    await (await open(setting('another-team'))).release(target);
    expect(methods()).toEqual(['GET']);
  });
});
