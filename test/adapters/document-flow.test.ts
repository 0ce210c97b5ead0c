import { stepFunctionsDocumentFlow } from '../../lambda/adapters/flows.ts';
import { queuedDocumentFlow } from '../../lambda/adapters/intake/document-queue.ts';
import { refusal } from './bedrock.ts';
import { type Reply, type SentRequest, type StandIn, startStandIn } from './stand-in.ts';

const documentFlowArn = 'arn:aws:states:eu-west-1:111122223333:stateMachine:documents';
const sides = { mlops: true, llmops: true };
const document = { tenant: 'acme', documentId: '0a1b' };
const receivedAt = '2026-11-01T00:00:00.000Z';
const at = Date.parse(receivedAt);
const FIRST = { attempt: 0, receivedAt, known: {} };

let server: StandIn;
afterEach(() => server?.close());

/** Step Functions: executions that have been, by name, and what each look at one finds. */
async function start(been: readonly string[], looks: readonly string[]) {
  const left = [...looks];
  server = await startStandIn((request): Reply => {
    const { name } = JSON.parse(request.body);
    if (isStart(request)) {
      return been.includes(name)
        ? refusal(400, 'ExecutionAlreadyExists', 'exists')
        : { body: { executionArn: 'arn', startDate: 0 } };
    }
    return { body: { status: left.shift() ?? 'SUCCEEDED' } };
  });
  const waits = { lookMs: 1, longestMs: 50 };
  const { client } = server;
  return stepFunctionsDocumentFlow({ documentFlowArn, sides, client, waits });
}

const isStart = ({ headers }: SentRequest) =>
  String(headers['x-amz-target']).endsWith('StartExecution');
const started = () => server.sent.filter(isStart).map(({ body }) => JSON.parse(body));
const looked = () => server.sent.filter((request) => !isStart(request)).length;

test('the execution is named by the document, when it was received, and the attempt', async () => {
  const flow = await start([], []);
  const known = { mlops: { side: 'mlops', status: 'skipped' } } as const;
  await flow.followDocumentFlow(document, { attempt: 2, receivedAt, known });
  expect(started()).toEqual([
    {
      stateMachineArn: documentFlowArn,
      name: `0a1b-${at}-2`,
      input: JSON.stringify({ ...document, sides, attempt: 2, known }),
    },
  ]);
});

test('it is waited for until it has ended', async () => {
  const flow = await start([], ['RUNNING', 'RUNNING', 'FAILED']);
  await flow.followDocumentFlow(document, FIRST);
  expect(looked()).toBe(3);
});

test('one that runs already is waited for and not started again', async () => {
  const flow = await start([`0a1b-${at}-0`], ['RUNNING', 'RUNNING', 'SUCCEEDED']);
  await flow.followDocumentFlow(document, FIRST);
  expect(started()).toHaveLength(1);
});

test('where one ended and the record does not say so, the next attempt is run', async () => {
  const flow = await start([`0a1b-${at}-0`], ['FAILED', 'SUCCEEDED']);
  await flow.followDocumentFlow(document, FIRST);
  expect(started().map(({ name }) => name)).toEqual([`0a1b-${at}-0`, `0a1b-${at}-1`]);
  expect(JSON.parse(started()[1].input).attempt).toBe(1);
});

test('a document that was erased and comes again is another execution', async () => {
  const flow = await start([`0a1b-${at}-0`], []);
  await flow.followDocumentFlow(document, { ...FIRST, receivedAt: '2026-11-02T00:00:00.000Z' });
  expect(started().map(({ name }) => name)).toEqual([`0a1b-${at + 86_400_000}-0`]);
});

test('one that runs longer than the caller has is left to the next message', async () => {
  const flow = await start(
    [],
    Array.from({ length: 1_000 }, () => 'RUNNING'),
  );
  await expect(flow.followDocumentFlow(document, FIRST)).rejects.toMatchObject({
    name: 'UnavailableError',
  });
});

describe('queuedDocumentFlow', () => {
  const documentQueueArn = 'arn:aws:sqs:eu-west-1:111122223333:documents';
  const open = async (reply: Reply) => {
    server = await startStandIn(() => reply);
    const credentials = async () => ({ accessKeyId: 'id', secretAccessKey: 'key' });
    return queuedDocumentFlow({ documentQueueArn, credentials, endpoint: server.url });
  };

  test('sends one message that names the document, and nothing else of it', async () => {
    await (await open({ body: { MessageId: '1' } })).startDocumentFlow(document);
    const [sent] = server.sent;
    expect(sent?.headers['x-amz-target']).toBe('AmazonSQS.SendMessage');
    expect(sent?.headers['authorization']).toContain('/eu-west-1/sqs/aws4_request');
    expect(JSON.parse(sent?.body ?? '')).toEqual({
      QueueUrl: `${server.url}/111122223333/documents`,
      MessageBody: JSON.stringify(document),
    });
  });

  test('a refusal names the right that is missing', async () => {
    const queue = await open({ status: 403, body: { __type: 'AccessDenied' } });
    await expect(queue.startDocumentFlow(document)).rejects.toMatchObject({
      name: 'AccessError',
      message: expect.stringContaining('sqs:SendMessage'),
    });
  });
});
