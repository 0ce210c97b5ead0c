import type { Text } from '../../lambda/ports.ts';
import { makeScan, makeScannedPdf } from '../fixtures/scans.ts';

const LINES = [
  'Purchase order 4711',
  'Deliver twelve chairs by 15 March 2026',
  'Total 1,250.00 EUR',
];
const document = { tenant: 'acme', documentId: '0a1b' };

/** What every adapter of `Text` must do. */
export function describeTextContract(
  name: string,
  makeAdapter: () => { readonly text: Text; close(): Promise<void> },
): void {
  describe(`${name} keeps the contract of text recognition`, () => {
    let open: ReturnType<typeof makeAdapter>;
    beforeAll(() => {
      open = makeAdapter();
    });
    afterAll(() => open.close());

    test('recognises the lines of an image', async () => {
      const bytes = await makeScan(LINES);
      const { pages } = await open.text.recognise({ document, bytes, mediaType: 'image/png' });
      expect(pages.map((page) => page.split(/\n+/))).toEqual([LINES]);
    });

    test('recognises the pages of a scanned PDF, one string a page', async () => {
      const bytes = await makeScannedPdf(LINES);
      const { pages } = await open.text.recognise({
        document,
        bytes,
        mediaType: 'application/pdf',
      });
      expect(pages.map((page) => page.includes('twelve chairs'))).toEqual([true]);
    });

    test('its confidence lies between 0 and 1', async () => {
      const bytes = await makeScan(LINES);
      const { confidence } = await open.text.recognise({ document, bytes, mediaType: 'image/png' });
      expect(confidence > 0.5 && confidence <= 1).toBe(true);
    });

    test('bytes that are no image are an InvalidInputError', async () => {
      const bytes = new TextEncoder().encode('no image');
      await expect(
        open.text.recognise({ document, bytes, mediaType: 'image/png' }),
      ).rejects.toThrow(expect.objectContaining({ name: 'InvalidInputError' }));
    });

    test('bytes that are no PDF are an InvalidInputError', async () => {
      const bytes = new TextEncoder().encode('no document');
      await expect(
        open.text.recognise({ document, bytes, mediaType: 'application/pdf' }),
      ).rejects.toThrow(expect.objectContaining({ name: 'InvalidInputError' }));
    });
  });
}
