import type { Block } from '../draft.ts';
import { codeLike, iban } from '../identifiers.ts';
import { landOf } from '../lands.ts';
import type { Paper } from './paper.ts';

/** Share of papers that tell the issuer again at the foot: in columns, or in one line. */
const WITH_FOOT = 0.35;

/** Address, contact, tax number and account of the issuer, as letterheads end. */
export function footBlocks({ writing, issuer, kind, label, words }: Paper): Block[] {
  const { chance } = writing;
  if (kind === 'receipt' || !chance.happens(WITH_FOOT)) return [];
  const tax = `${label(words.taxNumber)} ${codeLike(chance, landOf(issuer.country).taxNumber)}`;
  writing.gold.address(issuer);
  if (chance.happens(0.4)) {
    const mark = chance.pick([' · ', ' | ', ', ', ' - ']);
    return [{ kind: 'lines', lines: [[issuer.name, ...issuer.address, tax].join(mark)] }];
  }
  const own = [issuer.name, ...issuer.address];
  const others = [
    [tax, `info@${issuer.domain}`, `www.${issuer.domain}`],
    [`IBAN ${iban(chance, issuer.country)}`],
  ];
  const order = chance.some([own, ...chance.some(others, chance.int(1, 2))], 3);
  const rows = [0, 1, 2, 3].map((at) => order.map((column) => column[at] ?? ''));
  return [{ kind: 'grid', rows: rows.filter((row) => row.some((cell) => cell !== '')) }];
}
