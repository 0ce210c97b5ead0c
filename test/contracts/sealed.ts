import { chainEntry, CHAIN_START } from '../../lambda/domain/governance/hash-chain.ts';
import type { SealedBatch, SealedLog } from '../../lambda/domain/governance/seal-records.ts';

/** What every adapter of `SealedLog` must do. */
export function describeSealedContract(
  name: string,
  makeAdapter: () => Promise<{ readonly sealed: SealedLog; close(): Promise<void> }>,
): void {
  describe(`${name} keeps the contract of sealed logs`, () => {
    let open: Awaited<ReturnType<typeof makeAdapter>>;
    beforeEach(async () => {
      open = await makeAdapter();
    });
    afterEach(() => open.close());

    test('a tenant without entries has no last batch', async () => {
      expect(await open.sealed.last('acme')).toBeNull();
    });

    test('gives back the last of several batches', async () => {
      for (const number of [1, 2, 3]) await open.sealed.append('acme', batch(number));
      expect(await open.sealed.last('acme')).toEqual(batch(3));
    });

    test('a number is written once', async () => {
      await open.sealed.append('acme', batch(1));
      expect(await open.sealed.append('acme', { ...batch(1), entries: [] })).toBe(false);
      expect(await open.sealed.last('acme')).toEqual(batch(1));
    });

    test('one of two writers at once wins', async () => {
      const both = [open.sealed.append('acme', batch(1)), open.sealed.append('acme', batch(1))];
      expect((await Promise.all(both)).filter(Boolean)).toHaveLength(1);
    });

    test('every batch is read, in order, as it was written', async () => {
      for (const number of [1, 2, 11]) await open.sealed.append('acme', batch(number));
      const read: unknown[] = [];
      for await (const { number, lines } of open.sealed.read('acme')) {
        read.push([number, lines.map((line): unknown => JSON.parse(line))]);
      }
      expect(read).toEqual([1, 2, 11].map((number) => [number, batch(number).entries]));
    });

    test('tenants do not see each other', async () => {
      await open.sealed.append('acme', batch(1));
      expect(await open.sealed.last('other')).toBeNull();
    });
  });
}

function batch(number: number): SealedBatch {
  const entry = {
    sequence: number,
    id: `change-${number}`,
    at: '2026-01-01T00:00:00.000Z',
    kind: 'document',
    detail: { recordId: 'd1' },
    previous: CHAIN_START,
  };
  return { number, entries: [chainEntry(entry)] };
}
