import type { RecordKey, Records } from '../../lambda/store-ports.ts';

const KEY: RecordKey = { tenant: 'acme', kind: 'document', id: 'a1' };
const COUNTER: RecordKey = { tenant: 'acme', kind: 'counter', id: 'ask/minute' };

/** What every adapter of `Records` must do. */
export function describeRecordsContract(
  name: string,
  makeAdapter: () => Promise<{ readonly records: Records; close(): Promise<void> }>,
): void {
  describe(`${name} keeps the contract of records`, () => {
    let open: Awaited<ReturnType<typeof makeAdapter>>;
    beforeEach(async () => {
      open = await makeAdapter();
    });
    afterEach(() => open.close());

    test('gives back the value that was put', async () => {
      const value = { name: 'Ünicode 🙂', list: [1, 2.5, null], nested: { flag: true } };
      await open.records.put(KEY, value);
      expect(await open.records.get(KEY)).toEqual(value);
    });

    test('a record that is not there is null', async () => {
      expect(await open.records.get(KEY)).toBeNull();
    });

    test('a put replaces the whole item', async () => {
      await open.records.put(KEY, { old: 1 });
      await open.records.put(KEY, { new: 2 });
      expect(await open.records.get(KEY)).toEqual({ new: 2 });
    });

    test('with ifAbsent an existing record stays', async () => {
      await open.records.put(KEY, { first: true });
      const written = await open.records.put(KEY, { first: false }, { ifAbsent: true });
      expect([written, await open.records.get(KEY)]).toEqual([false, { first: true }]);
    });

    test('with ifAbsent one of two writers at once wins', async () => {
      const put = (by: number) => open.records.put(KEY, { by }, { ifAbsent: true });
      const written = await Promise.all([put(1), put(2)]);
      expect(written.filter(Boolean)).toHaveLength(1);
    });

    test('tenants and kinds do not see each other', async () => {
      await open.records.put(KEY, { here: true });
      const others = [
        open.records.get({ ...KEY, tenant: 'other' }),
        open.records.get({ ...KEY, kind: 'review' }),
      ];
      expect(await Promise.all(others)).toEqual([null, null]);
    });

    test('pages cover every record once, ascending by id', async () => {
      for (const id of ['c', 'a', 'e', 'b', 'd']) await open.records.put({ ...KEY, id }, { id });
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await open.records.list({
          tenant: 'acme',
          kind: 'document',
          limit: 2,
          ...(after === undefined ? {} : { after }),
        });
        seen.push(...page.items.map((item) => item.id));
        after = page.next;
      } while (after !== undefined);
      expect(seen).toEqual(['a', 'b', 'c', 'd', 'e']);
    });

    test('a counter adds up', async () => {
      const later = 4_000_000_000;
      await open.records.increment(COUNTER, 2, later);
      expect(await open.records.increment(COUNTER, 3, later)).toBe(5);
    });

    test('counts at once lose nothing', async () => {
      const add = () => open.records.increment(COUNTER, 1, 4_000_000_000);
      await Promise.all(Array.from({ length: 10 }, add));
      expect(await open.records.increment(COUNTER, 0, 4_000_000_000)).toBe(10);
    });

    test('a removed record is gone', async () => {
      await open.records.put(KEY, {});
      await open.records.remove(KEY);
      expect(await open.records.get(KEY)).toBeNull();
    });

    test('removing what is not there is no error', async () => {
      await expect(open.records.remove(KEY)).resolves.toBeUndefined();
    });
  });
}
