import { taxonomy } from '../../config/taxonomy.ts';
import { clock } from '../adapters/clock.ts';
import { compareSides } from '../handlers/compare-sides.ts';

export const handler = compareSides({
  ...clock,
  taxonomy,
});
