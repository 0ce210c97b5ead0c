import type { Models } from '../../lambda/ports.ts';

const evaluation = { accuracy: 0.9, macroF1: 0.8, documents: 10, passed: true };
const bundle = (version: string) => ({
  version,
  categories: ['a', 'b'],
  vectoriser: { of: version },
  trees: {},
  companions: {},
  calibration: {},
  fields: {},
  dataSet: 'd',
});

/** What every adapter of `Models` must do; `openAdapter` gives an empty registry. */
export function describeModelsContract(
  name: string,
  openAdapter: () => Promise<{ readonly models: Models; close?(): Promise<void> }>,
): void {
  describe(`${name} keeps the contract of models`, () => {
    let open: Awaited<ReturnType<typeof openAdapter>>;
    let models: Models;
    beforeEach(async () => {
      open = await openAdapter();
      models = open.models;
    });
    afterEach(() => open.close?.());

    test('nothing serves before a version is approved', async () => {
      await models.register(bundle('1'), evaluation);
      await expect(models.serving()).rejects.toMatchObject({ name: 'NotFoundError' });
    });

    test('the approved version serves', async () => {
      await models.register(bundle('1'), evaluation);
      await models.approve('1', 'ada');
      expect(await models.serving()).toEqual(bundle('1'));
    });

    test('an earlier version can serve again', async () => {
      for (const version of ['1', '2']) await models.register(bundle(version), evaluation);
      for (const version of ['1', '2', '1']) await models.approve(version, 'ada');
      expect((await models.serving()).version).toBe('1');
    });

    test('registering another version changes nothing in service', async () => {
      await models.register(bundle('1'), evaluation);
      await models.approve('1', 'ada');
      await models.register(bundle('2'), evaluation);
      expect((await models.serving()).version).toBe('1');
    });

    test('a version that is not registered cannot be approved', async () => {
      await expect(models.approve('9', 'ada')).rejects.toMatchObject({ name: 'NotFoundError' });
    });
  });
}
