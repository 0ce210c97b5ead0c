import { join } from 'node:path';
import { scoreAttacks } from './attacks.ts';
import { scorePii } from './pii.ts';

const [samples = '', filings = '', show = '', out = ''] = process.argv.slice(2);

scorePii(join(samples, 'pii.jsonl.gz'), show);
scoreAttacks({ samples, filings, out });
