import type { Features } from '../../lambda/ports.ts';

const record = {
  vector: { indices: [0, 41], values: [0.25, 0.5] },
  vectoriser: 'v1',
  eventTime: '2026-01-01T00:00:00.000Z',
};
const document = { tenant: 'acme', documentId: 'd1' };

/** What every adapter of `Features` must do. */
export function describeFeaturesContract(name: string, makeAdapter: () => Promise<Features>): void {
  describe(`${name} keeps the contract of features`, () => {
    test('gives back the row that was put', async () => {
      const features = await makeAdapter();
      await features.put(document, record);
      expect(await features.get(document)).toEqual(record);
    });

    test('a later row replaces the earlier one', async () => {
      const features = await makeAdapter();
      const later = { ...record, vectoriser: 'v2', eventTime: '2026-01-02T00:00:00.000Z' };
      await features.put(document, record);
      await features.put(document, later);
      expect(await features.get(document)).toEqual(later);
    });

    test('a row that is removed is gone; removing it again is no error', async () => {
      const features = await makeAdapter();
      await features.put(document, record);
      await features.remove(document);
      await features.remove(document);
      await expect(features.get(document)).rejects.toMatchObject({ name: 'NotFoundError' });
    });

    test("does not give another tenant's row", async () => {
      const features = await makeAdapter();
      await features.put(document, record);
      const other = { ...document, tenant: 'other' };
      await expect(features.get(other)).rejects.toMatchObject({ name: 'NotFoundError' });
    });
  });
}
