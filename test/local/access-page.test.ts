import { readFileSync } from 'node:fs';
import { accessPage } from '../../local/access-page.ts';

test('docs/access.md is what the declarations say: npx strata access --write', () => {
  expect(readFileSync('docs/access.md', 'utf8')).toBe(accessPage('.'));
});
