import sharp from 'sharp';
import * as z from 'zod';
import { textractText } from '../../lambda/adapters/text.ts';
import { plainPage } from '../../lambda/domain/layout/document-layout.ts';
import { tesseractText } from '../../local/adapters/text.ts';
import { refusal } from '../adapters/bedrock.ts';
import { type Reply, type SentRequest, startStandIn } from '../adapters/stand-in.ts';
import { openParser } from '../fixtures/parser.ts';
import { makeScan } from '../fixtures/scans.ts';
import { CONTRACT_LINES, describeTextContract } from './text.ts';

const document = { tenant: 'acme', documentId: '0a1b' };

describeTextContract('tesseractText', async () => {
  const parser = openParser();
  const text = tesseractText({ workers: 1, parser });
  return { text, close: async () => void (await Promise.all([text.close(), parser.close()])) };
});

describe('tesseractText', () => {
  const parser = openParser();
  const text = tesseractText({ workers: 2, parser });
  afterAll(() => Promise.all([text.close(), parser.close()]));

  test('a blank page has no text', async () => {
    const blank = { width: 800, height: 1_000, channels: 3, background: '#ffffff' } as const;
    const bytes = await sharp({ create: blank }).png().toBuffer();
    const scan = { document, bytes, mediaType: 'image/png', pages: [1] };
    const { pages } = await text.recognise(scan);
    expect(pages).toEqual([plainPage('', 'recognised')]);
  });

  test('finds a small receipt on a large empty page', async () => {
    const receipt = await sharp(await makeScan(['Bread and milk', 'Total 8.20']))
      .extract({ left: 100, top: 100, width: 500, height: 120 })
      .toBuffer();
    const page = { width: 2_400, height: 3_400, channels: 3, background: '#ffffff' } as const;
    const bytes = await sharp({ create: page })
      .composite([{ input: receipt, left: 900, top: 1_000 }])
      .png()
      .toBuffer();
    const { pages } = await text.recognise({ document, bytes, mediaType: 'image/png', pages: [1] });
    expect(pages[0]?.text).toMatch(/Bread and milk\s+Total 8.20/);
  });
});

describeTextContract('textractText', async () => {
  let stored: Uint8Array = new Uint8Array();
  const server = await startStandIn((request) => textract(request, stored));
  return {
    text: textractText({
      documentsBucket: 'documents',
      client: server.client,
      wait: async () => undefined,
    }),
    store(bytes) {
      stored = bytes;
    },
    close: () => server.close(),
  };
});

const imageSchema = z.looseObject({ Document: z.object({ Bytes: z.base64() }) });

/**
 * Replies in Textract's words (API reference, DetectDocumentText and GetDocumentTextDetection): an
 * image at once, a PDF of the bucket by a job that fails where the file is none.
 */
function textract({ headers, body }: SentRequest, stored: Uint8Array): Reply {
  const Blocks = CONTRACT_LINES.map((Text) => ({
    BlockType: 'LINE',
    Page: 1,
    Confidence: 99,
    Text,
  }));
  const action = headers['x-amz-target'];
  if (action === 'Textract.DetectDocumentText') {
    const { Document } = imageSchema.parse(JSON.parse(body));
    return startsWith(Buffer.from(Document.Bytes, 'base64'), '\x89PNG')
      ? { body: { Blocks } }
      : refusal(400, 'UnsupportedDocumentException', 'Request has unsupported document format');
  }
  if (action === 'Textract.StartDocumentTextDetection') return { body: { JobId: 'job1' } };
  return startsWith(stored, '%PDF-')
    ? { body: { JobStatus: 'SUCCEEDED', Blocks } }
    : { body: { JobStatus: 'FAILED', StatusMessage: 'INVALID_IMAGE_TYPE' } };
}

function startsWith(bytes: Uint8Array, start: string): boolean {
  return Buffer.from(bytes).toString('latin1').startsWith(start);
}
