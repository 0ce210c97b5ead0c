import type { Text } from '../../lambda/ports.ts';
import { makeScan, makeScannedPdf } from '../fixtures/scans.ts';

/** What the suite's scans show; a stand-in for a service replies with it. */
export const CONTRACT_LINES = [
  'Purchase order 4711',
  'Deliver twelve chairs by 15 March 2026',
  'Total 1,250.00 EUR',
];
const document = { tenant: 'acme', documentId: '0a1b' };

interface OpenText {
  readonly text: Text;
  /** Keeps the source where the service reads it; absent where only the given bytes are read. */
  store?(bytes: Uint8Array): void;
  close(): Promise<void>;
}

/** What every adapter of `Text` must do. */
export function describeTextContract(name: string, makeAdapter: () => Promise<OpenText>): void {
  describe(`${name} keeps the contract of text recognition`, () => {
    let open: OpenText;
    beforeAll(async () => {
      open = await makeAdapter();
    });
    afterAll(() => open.close());
    const recognise = (bytes: Uint8Array, mediaType: string) => {
      open.store?.(bytes);
      return open.text.recognise({ document, bytes, mediaType, pages: [1] });
    };

    test('recognises the lines of an image', async () => {
      const bytes = await makeScan(CONTRACT_LINES);
      const { pages } = await recognise(bytes, 'image/png');
      expect(pages.map((page) => page.text.split(/\n+/))).toEqual([CONTRACT_LINES]);
    });

    test('recognises the pages of a scanned PDF, one string a page', async () => {
      const bytes = await makeScannedPdf(CONTRACT_LINES);
      const { pages } = await recognise(bytes, 'application/pdf');
      expect(pages.map((page) => page.text.includes('twelve chairs'))).toEqual([true]);
    });

    test('its confidence lies between 0 and 1', async () => {
      const bytes = await makeScan(CONTRACT_LINES);
      const [page] = (await recognise(bytes, 'image/png')).pages;
      const confidence = page?.confidence ?? 0;
      expect(confidence > 0.5 && confidence <= 1).toBe(true);
    });

    test('bytes that are no image are an InvalidInputError', async () => {
      const bytes = new TextEncoder().encode('no image');
      await expect(recognise(bytes, 'image/png')).rejects.toThrow(
        expect.objectContaining({ name: 'InvalidInputError' }),
      );
    });

    test('bytes that are no PDF are an InvalidInputError', async () => {
      const bytes = new TextEncoder().encode('no document');
      await expect(recognise(bytes, 'application/pdf')).rejects.toThrow(
        expect.objectContaining({ name: 'InvalidInputError' }),
      );
    });
  });
}
