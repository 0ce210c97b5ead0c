import { checkAll, loadConfiguration, profileNames, profiles } from '../../config/load-profile.ts';
import { profileSchema } from '../../config/schema.ts';

test.each(profileNames)('%s is a valid configuration', (name) => {
  expect(loadConfiguration(name).profile.env).toBe(name);
});

test('an unknown environment is refused with the four that exist', () => {
  expect(() => loadConfiguration('production')).toThrow(
    /student, dev, staging, prod, got production/,
  );
});

test('all mistakes are told at once with file, key, value and remedy', () => {
  const { student } = profiles;
  const value = {
    ...student,
    region: 'Ireland',
    rag: { ...student.rag, chunkTokens: 50 },
    colour: 'red',
  };
  const check = () => checkAll([{ file: 'config/student.ts', schema: profileSchema(), value }]);
  expect(check).toThrow(/4 mistakes/);
  expect(check).toThrow(/config\/student\.ts: region: .*got "Ireland"; set region in config/);
  expect(check).toThrow(/rag\.chunkTokens: .*got 50; set rag\.chunkTokens in config\/student\.ts/);
  expect(check).toThrow(/colour: .*got "red"; remove colour in config\/student\.ts/);
});
