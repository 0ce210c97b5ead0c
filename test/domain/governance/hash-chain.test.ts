import * as fc from 'fast-check';
import {
  CHAIN_START,
  type ChainEntry,
  chainEntry,
} from '../../../lambda/domain/governance/hash-chain.ts';
import { verifyEntries } from '../../../lambda/domain/governance/verify/verify-log.ts';

function chainOf(length: number): readonly ChainEntry[] {
  const entries: ChainEntry[] = [];
  for (let sequence = 1; sequence <= length; sequence++) {
    const previous = entries.at(-1)?.hash ?? CHAIN_START;
    const detail = { cost: sequence, reader: 'extractive' };
    const at = '2026-01-15T00:00:00.000Z';
    entries.push(
      chainEntry({ sequence, id: `i${sequence}`, at, kind: 'answer', detail, previous }),
    );
  }
  return entries;
}

test('an untouched chain verifies', () => {
  expect(verifyEntries(chainOf(5))).toEqual([]);
});

test('an altered entry is found wherever it stands', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), (sequence) => {
      const altered = chainOf(8).map((entry) =>
        entry.sequence === sequence ? { ...entry, detail: { cost: 0 } } : entry,
      );
      return verifyEntries(altered)[0]?.where === `entry ${sequence}`;
    }),
  );
});

test('a missing entry is found', () => {
  const entries = chainOf(5).filter(({ sequence }) => sequence !== 3);
  expect(verifyEntries(entries)).toMatchObject([{ what: 'dropped', where: 'entry 3' }]);
});

test('the order of keys in a detail does not matter', () => {
  const [entry] = chainOf(1);
  const reordered = { ...entry, detail: { reader: 'extractive', cost: 1 } };
  expect(verifyEntries(entry === undefined ? [] : [{ ...entry, ...reordered }])).toEqual([]);
});

test('a list does not pass for an object with the same keys', () => {
  const entry = { sequence: 1, id: 'a', at: 'now', kind: 'answer', previous: CHAIN_START };
  const written = chainEntry({ ...entry, detail: { costUsd: 1 } });
  expect(verifyEntries([{ ...written, detail: [['costUsd', 1]] }])[0]?.what).toBe('altered');
});
