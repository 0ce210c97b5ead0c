import { join } from 'node:path';
import { scoreDirectAttacks, scoreOrdersInDocuments } from './attacks.ts';
import { scorePii } from './pii.ts';

const [samples = '', filings = '', show = '', out = '', only = ''] = process.argv.slice(2);

if (only === '' || only === 'pii') scorePii(join(samples, 'pii.jsonl.gz'), show);
if (only === '' || only === 'documents') scoreOrdersInDocuments({ samples, filings });
if (only === '' || only === 'direct') scoreDirectAttacks({ samples, filings, out });
