import {
  array,
  assert,
  asyncProperty,
  check,
  defaultReportMessage,
  double,
  nat,
  record,
  tuple,
  uint8Array,
} from 'fast-check';
import { isRefused } from '../../../lambda/domain/document/refusal.ts';
import { makeDocx, paragraph } from '../../fixtures/bad-documents.ts';
import { openParser } from '../../fixtures/parser.ts';
import { makePdf, makeScan } from '../../fixtures/scans.ts';

const LIMITS = {
  maxBytes: 1_000_000,
  maxPages: 100,
  maxDepth: 50,
  maxExpansion: 100,
};
const HTML = new TextEncoder().encode(
  '<html><body><table><tr><td>Rent</td><td>1,200.00</td></tr></table><p>Due monthly</p></body></html>',
);
const SEED = 20_260_115;
const parser = openParser();
afterAll(() => parser.close());

test('random bytes are read or refused, never thrown at', async () => {
  await holds(asyncProperty(uint8Array({ minLength: 1, maxLength: 600 }), outcomeIsResult), 200);
});

test.each([
  ['PDF', () => makePdf([['Agreement between Acme and Globex'], ['Page two of it']]), 60],
  ['DOCX', async () => makeDocx(paragraph('Agreement between Acme and Globex').repeat(5)), 60],
  ['PNG', () => makeScan(['Hello']), 40],
  ['HTML', async () => HTML, 100],
] as const)('a %s that was cut and overwritten is read or refused', async (_kind, make, runs) => {
  const original = await make();
  const damage = record({
    cut: double({ min: 0.05, max: 1, noNaN: true }),
    at: array(tuple(nat(original.length - 1), nat(255)), { maxLength: 12 }),
  });
  const property = asyncProperty(damage, async ({ cut, at }) => {
    const bytes = Uint8Array.from(original);
    for (const [index, value] of at) bytes[index] = value;
    return outcomeIsResult(bytes.slice(0, Math.ceil(bytes.length * cut)));
  });
  await holds(property, runs);
});

async function outcomeIsResult(bytes: Uint8Array): Promise<boolean> {
  const parsed = await parser.parse({ bytes, name: '', limits: LIMITS });
  return isRefused(parsed) ? parsed.refusal.message.length > 0 : parsed.pages.length > 0;
}

async function holds(property: Parameters<typeof assert>[0], numRuns: number): Promise<void> {
  const result = await check(property, { seed: SEED, numRuns });
  expect(result.failed ? defaultReportMessage(result) : null).toBeNull();
}
