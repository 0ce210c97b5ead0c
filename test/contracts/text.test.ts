import sharp from 'sharp';
import { tesseractText } from '../../local/adapters/text.ts';
import { makeScan } from '../fixtures/scans.ts';
import { describeTextContract } from './text.ts';

const document = { tenant: 'acme', documentId: '0a1b' };

describeTextContract('tesseractText', () => {
  const text = tesseractText({ workers: 1 });
  return { text, close: () => text.close() };
});

describe('tesseractText', () => {
  const text = tesseractText({ workers: 2 });
  afterAll(() => text.close());

  test('a blank page has no text', async () => {
    const blank = { width: 800, height: 1_000, channels: 3, background: '#ffffff' } as const;
    const bytes = await sharp({ create: blank }).png().toBuffer();
    expect(await text.recognise({ document, bytes, mediaType: 'image/png' })).toEqual({
      pages: [''],
      confidence: 0,
    });
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
    const { pages } = await text.recognise({ document, bytes, mediaType: 'image/png' });
    expect(pages[0]).toMatch(/Bread and milk\s+Total 8.20/);
  });
});
