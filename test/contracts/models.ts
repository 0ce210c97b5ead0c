import type { Models } from '../../lambda/ports.ts';

const evaluation = { accuracy: 0.9, macroF1: 0.8, documents: 10 };
const bundle = (version: string) => ({
  version,
  categories: ['a', 'b'],
  vectoriser: { of: version },
  trees: {},
  calibration: {},
  fields: {},
  dataSet: 'd',
});

/** What every adapter of `Models` must do; `makeAdapter` gives an empty registry. */
export function describeModelsContract(name: string, makeAdapter: () => Promise<Models>): void {
  describe(`${name} keeps the contract of models`, () => {
    test('nothing serves before a version is approved', async () => {
      const models = await makeAdapter();
      await models.register(bundle('1'), evaluation);
      await expect(models.serving()).rejects.toMatchObject({ name: 'NotFoundError' });
    });

    test('the approved version serves', async () => {
      const models = await makeAdapter();
      await models.register(bundle('1'), evaluation);
      await models.approve('1', 'ada');
      expect(await models.serving()).toEqual(bundle('1'));
    });

    test('an earlier version can serve again', async () => {
      const models = await makeAdapter();
      for (const version of ['1', '2']) await models.register(bundle(version), evaluation);
      for (const version of ['1', '2', '1']) await models.approve(version, 'ada');
      expect((await models.serving()).version).toBe('1');
    });

    test('registering another version changes nothing in service', async () => {
      const models = await makeAdapter();
      await models.register(bundle('1'), evaluation);
      await models.approve('1', 'ada');
      await models.register(bundle('2'), evaluation);
      expect((await models.serving()).version).toBe('1');
    });

    test('a version that is not registered cannot be approved', async () => {
      const models = await makeAdapter();
      await expect(models.approve('9', 'ada')).rejects.toMatchObject({ name: 'NotFoundError' });
    });
  });
}
