import type { Documents } from '../../lambda/store-ports.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const KEY = { tenant: 'acme', documentId: '0a1b', name: 'source' } as const;

/** What every adapter of `Documents` must do. */
export function describeDocumentsContract(
  name: string,
  makeAdapter: () => Promise<{ readonly documents: Documents; close(): Promise<void> }>,
): void {
  describe(`${name} keeps the contract of document stores`, () => {
    let open: Awaited<ReturnType<typeof makeAdapter>>;
    beforeEach(async () => {
      open = await makeAdapter();
    });
    afterEach(() => open.close());

    test('gives back the bytes that were put', async () => {
      await open.documents.put(KEY, Uint8Array.of(0, 255, 13, 10), 'application/pdf');
      expect([...(await open.documents.get(KEY))]).toEqual([0, 255, 13, 10]);
    });

    test('keeps an empty blob', async () => {
      await open.documents.put(KEY, new Uint8Array(), 'text/plain');
      expect(await open.documents.get(KEY)).toHaveLength(0);
    });

    test('a second put replaces the first', async () => {
      await open.documents.put(KEY, bytes('one'), 'text/plain');
      await open.documents.put(KEY, bytes('two'), 'text/plain');
      expect(Buffer.from(await open.documents.get(KEY)).toString()).toBe('two');
    });

    test('says whether a blob is there', async () => {
      const before = await open.documents.has(KEY);
      await open.documents.put(KEY, bytes('x'), 'text/plain');
      expect([before, await open.documents.has(KEY)]).toEqual([false, true]);
    });

    test('a missing blob is a NotFoundError', async () => {
      await expect(open.documents.get(KEY)).rejects.toThrow(
        expect.objectContaining({ name: 'NotFoundError' }),
      );
    });

    test('tenants do not see each other', async () => {
      await open.documents.put(KEY, bytes('x'), 'text/plain');
      expect(await open.documents.has({ ...KEY, tenant: 'other' })).toBe(false);
    });
  });
}
