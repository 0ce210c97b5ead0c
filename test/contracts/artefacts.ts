import type { ArtefactPath, Artefacts } from '../../lambda/store-ports.ts';

const ONE = Uint8Array.of(1);

/** What every adapter of `Artefacts` must do. */
export function describeArtefactsContract(
  name: string,
  makeAdapter: () => Promise<{ readonly artefacts: Artefacts; close(): Promise<void> }>,
): void {
  describe(`${name} keeps the contract of artefact stores`, () => {
    let open: Awaited<ReturnType<typeof makeAdapter>>;
    beforeEach(async () => {
      open = await makeAdapter();
    });
    afterEach(() => open.close());
    const put = (path: ArtefactPath, body = ONE) =>
      open.artefacts.put(path, body, 'application/json');

    test('gives back the bytes that were put', async () => {
      await put('models/a1/trees.json', Uint8Array.of(7, 0, 255));
      expect([...(await open.artefacts.get('models/a1/trees.json'))]).toEqual([7, 0, 255]);
    });

    test('a second put replaces the first', async () => {
      await put('models/a1/trees.json');
      await put('models/a1/trees.json', Uint8Array.of(2));
      expect([...(await open.artefacts.get('models/a1/trees.json'))]).toEqual([2]);
    });

    test('a missing artefact is a NotFoundError', async () => {
      await expect(open.artefacts.get('models/none')).rejects.toThrow(
        expect.objectContaining({ name: 'NotFoundError' }),
      );
    });

    test('says whether an artefact is there', async () => {
      await put('expansion/ab.json');
      const found = (['expansion/ab.json', 'expansion/cd.json'] as const).map((path) =>
        open.artefacts.has(path),
      );
      expect(await Promise.all(found)).toEqual([true, false]);
    });
  });
}
