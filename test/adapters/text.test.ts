import { textractText } from '../../lambda/adapters/text.ts';
import { refusal } from './bedrock.ts';
import { type Reply, type SentRequest, type StandIn, startStandIn } from './stand-in.ts';

const document = { tenant: 'acme', documentId: '0a1b' };
const line = (Text: string, Page: number, Confidence = 90) => ({
  BlockType: 'LINE',
  Text,
  Page,
  Confidence,
});
const actionOf = ({ headers }: SentRequest) => headers['x-amz-target']?.split('.')[1];

describe('textractText', () => {
  let server: StandIn;
  afterEach(() => server.close());
  const start = async (reply: (sent: SentRequest) => Reply) => {
    server = await startStandIn(reply);
    return textractText({
      documentsBucket: 'documents',
      client: server.client,
      wait: async () => undefined,
    });
  };
  const png = { document, bytes: Uint8Array.of(1), mediaType: 'image/png', pages: [1] };
  const pdf = { document, bytes: Uint8Array.of(1), mediaType: 'application/pdf', pages: [1, 3] };

  test('reads an image in one call, line by line', async () => {
    const words = { BlockType: 'WORD', Text: 'Purchase', Page: 1, Confidence: 10 };
    const text = await start(() => ({
      body: { Blocks: [line('Purchase order 4711', 1), words, line('Total 9.00', 1, 80)] },
    }));
    expect((await text.recognise(png)).pages).toMatchObject([
      { text: 'Purchase order 4711\nTotal 9.00', confidence: expect.closeTo(0.85, 5) },
    ]);
  });

  test('reads a PDF by a job on the stored source, one string a page', async () => {
    const gets: Reply[] = [
      { body: { JobStatus: 'IN_PROGRESS' } },
      { body: { JobStatus: 'SUCCEEDED', Blocks: [line('one', 1)], NextToken: 'more' } },
      { body: { JobStatus: 'SUCCEEDED', Blocks: [line('three', 3)] } },
    ];
    const text = await start((sent) =>
      actionOf(sent) === 'StartDocumentTextDetection'
        ? { body: { JobId: 'job1' } }
        : (gets.shift() ?? {}),
    );
    const { pages } = await text.recognise(pdf);
    expect(pages.map((page) => page.text)).toEqual(['one', '', 'three']);
  });

  test('a repeated step joins the job that runs already', async () => {
    const text = await start((sent) =>
      actionOf(sent) === 'StartDocumentTextDetection'
        ? { body: { JobId: 'job1' } }
        : { body: { JobStatus: 'SUCCEEDED' } },
    );
    await text.recognise(pdf);
    expect(JSON.parse(server.sent[0]?.body ?? '')).toEqual({
      ClientRequestToken: '0a1b',
      DocumentLocation: { S3Object: { Bucket: 'documents', Name: 'acme/0a1b/source' } },
    });
  });

  test('a job that fails says which file and why', async () => {
    const text = await start((sent) =>
      actionOf(sent) === 'StartDocumentTextDetection'
        ? { body: { JobId: 'job1' } }
        : { body: { JobStatus: 'FAILED', StatusMessage: 'INVALID_IMAGE' } },
    );
    await expect(text.recognise(pdf)).rejects.toMatchObject({
      name: 'InvalidInputError',
      message: expect.stringMatching(/acme\/0a1b\/source.*INVALID_IMAGE/),
    });
  });

  test.each([
    ['ProvisionedThroughputExceededException', 'UnavailableError'],
    ['LimitExceededException', 'UnavailableError'],
    ['UnsupportedDocumentException', 'InvalidInputError'],
    ['AccessDeniedException', 'AccessError'],
  ])('%s becomes %s', async (given, name) => {
    const text = await start(() => refusal(400, given, 'refused'));
    await expect(text.recognise(png)).rejects.toMatchObject({ name });
  });
});
