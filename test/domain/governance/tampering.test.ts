import { commitment } from '../../../lambda/content-hash.ts';
import {
  type ChainEntry,
  chainEntry,
  CHAIN_START,
} from '../../../lambda/domain/governance/hash-chain.ts';
import type { SealedLines } from '../../../lambda/domain/governance/seal-records.ts';
import { merkleRoot } from '../../../lambda/domain/governance/verify/merkle-tree.ts';
import type {
  StoredRecord,
  Verification,
} from '../../../lambda/domain/governance/verify/verification.ts';
import { verifyAudit } from '../../../lambda/domain/governance/verify/verify-audit.ts';

const TENANT = 'acme';
const AT = '2026-11-01T00:00:00.000Z';

interface World {
  entries: ChainEntry[];
  /** Entries of each batch. */
  batches: number[];
  records: StoredRecord[];
}

/** Documents d1 to d6, d1 written twice, d6 removed again; in four batches of two. */
function honest(): World {
  const writes = ['d1', 'd2', 'd3', 'd1', 'd4', 'd5', 'd6', 'd6'].map((id, at) => ({
    id,
    salt: `salt-${at}`,
    value: at === 7 ? null : { name: `${id}.pdf`, round: at },
  }));
  const entries: ChainEntry[] = [];
  for (const { id, salt, value } of writes) {
    entries.push(next(entries, { recordId: id, commitment: value && commitment(salt, value) }));
  }
  const last = new Map(writes.map((write) => [write.id, write]));
  const records = [...last.values()].flatMap(({ id, salt, value }) =>
    value === null ? [] : [{ kind: 'document', id, salt, value }],
  );
  return { entries, batches: [2, 2, 2, 2], records };
}

function next(entries: readonly ChainEntry[], detail: object): ChainEntry {
  const before = entries.at(-1);
  return chainEntry({
    sequence: (before?.sequence ?? 0) + 1,
    id: `change-${entries.length}`,
    at: AT,
    kind: 'document',
    detail,
    previous: before?.hash ?? CHAIN_START,
  });
}

async function verify(world: World, anchored?: World): Promise<Verification> {
  const batches: SealedLines[] = [];
  let from = 0;
  for (const [at, size] of world.batches.entries()) {
    const lines = world.entries.slice(from, from + size).map((entry) => JSON.stringify(entry));
    batches.push({ number: at + 1, lines });
    from += size;
  }
  return verifyLines(
    batches.filter(({ lines }) => lines.length > 0),
    world.records,
    anchored,
  );
}

async function verifyLines(
  batches: readonly SealedLines[],
  records: readonly StoredRecord[],
  anchored?: World,
): Promise<Verification> {
  const kinds = ['document'] as const;
  const stores = {
    kinds,
    records: { get: async () => null, list: async () => ({ items: records }) },
    sealed: {
      async *read() {
        yield* batches;
      },
    },
  };
  const hashes = anchored?.entries.map(({ hash }) => hash);
  const anchor = hashes && {
    tenant: TENANT,
    at: AT,
    entries: hashes.length,
    head: hashes.at(-1) ?? CHAIN_START,
    root: merkleRoot(hashes),
  };
  return verifyAudit(stores)(TENANT, anchor ?? null);
}

/** All hashes made to fit again, as whoever may write the log can. */
function chained(entries: readonly ChainEntry[]): ChainEntry[] {
  const made: ChainEntry[] = [];
  for (const { id, at, kind, detail } of entries) {
    made.push(
      chainEntry({
        sequence: made.length + 1,
        id,
        at,
        kind,
        detail,
        previous: made.at(-1)?.hash ?? CHAIN_START,
      }),
    );
  }
  return made;
}
const alter = (change: Partial<ChainEntry>) => (world: World) => {
  world.entries[2] = { ...entryAt(world, 2), ...change };
};
function entryAt(world: World, at: number): ChainEntry {
  const entry = world.entries[at];
  if (entry === undefined) throw new Error(`there must be an entry ${at}`);
  return entry;
}

test('what nobody touched verifies, with and without an anchor', async () => {
  const found = [await verify(honest()), await verify(honest(), honest())];
  expect(found.map(({ findings }) => findings)).toEqual([[], []]);
});

/** Without an anchor: the log and the store show it alone. */
const SHOWN: readonly (readonly [string, (world: World) => void, string, string])[] = [
  [
    'the detail of an entry',
    alter({ detail: { recordId: 'd3', commitment: 'x' } }),
    'altered',
    'entry 3',
  ],
  ['the time of an entry', alter({ at: '2020-01-01T00:00:00.000Z' }), 'altered', 'entry 3'],
  ['the kind of an entry', alter({ kind: 'label' }), 'altered', 'entry 3'],
  ['the id of an entry', alter({ id: 'other' }), 'altered', 'entry 3'],
  ['the hash of an entry', alter({ hash: 'f'.repeat(64) }), 'altered', 'entry 3'],
  ['the link of an entry', alter({ previous: 'f'.repeat(64) }), 'altered', 'entry 3'],
  ['the number of an entry', alter({ sequence: 30 }), 'dropped', 'entry 3'],
  [
    'an entry written anew with its own hash',
    (world) => {
      const entry = entryAt(world, 2);
      world.entries[2] = chainEntry({ ...entry, at: '2020-01-01T00:00:00.000Z' });
    },
    'rewritten',
    'entry 3 or 4',
  ],
  ['an entry taken out', (world) => void world.entries.splice(2, 1), 'dropped', 'entry 3'],
  ['the first entry taken out', (world) => void world.entries.splice(0, 1), 'dropped', 'entry 1'],
  [
    'two entries that changed places',
    (world) => {
      const [second, third] = [entryAt(world, 1), entryAt(world, 2)];
      world.entries.splice(1, 2, third, second);
    },
    'reordered',
    'entry 2',
  ],
  [
    'an entry told twice',
    (world) => void world.entries.splice(3, 0, entryAt(world, 2)),
    'inserted',
    'entry 3',
  ],
  [
    'a forged entry between others',
    (world) =>
      void world.entries.splice(
        3,
        0,
        chainEntry({ ...entryAt(world, 3), detail: { recordId: 'd9', commitment: 'y' } }),
      ),
    'inserted',
    'entry 4',
  ],
  [
    'a record altered in the store',
    (world) => {
      world.records = world.records.map((one) => (one.id === 'd2' ? { ...one, value: {} } : one));
    },
    'altered',
    'document d2',
  ],
  [
    'a record removed from the store',
    (world) => {
      world.records = world.records.filter(({ id }) => id !== 'd2');
    },
    'removed',
    'document d2',
  ],
  [
    'a record that was never written by the product',
    (world) => void world.records.push({ kind: 'document', id: 'd9', value: {}, salt: 's' }),
    'forged',
    'document d9',
  ],
  [
    'a removed record put back',
    (world) =>
      void world.records.push({
        kind: 'document',
        id: 'd6',
        value: { name: 'd6.pdf', round: 6 },
        salt: 'salt-6',
      }),
    'forged',
    'document d6',
  ],
  [
    'a record put back to what it was before',
    (world) => {
      const earlier = {
        kind: 'document',
        id: 'd1',
        value: { name: 'd1.pdf', round: 0 },
        salt: 'salt-0',
      };
      world.records = world.records.map((one) => (one.id === 'd1' ? earlier : one));
    },
    'rolled back',
    'document d1',
  ],
  [
    'the end cut off, while the store goes on',
    (world) => void world.entries.splice(4),
    'forged',
    'document d4',
  ],
  [
    'the whole log removed, while the store stands',
    (world) => void world.entries.splice(0),
    'forged',
    'document d1',
  ],
];

test.each(SHOWN)('%s is named', async (_, tamper, what, where) => {
  const world = honest();
  tamper(world);
  const { findings } = await verify(world);
  expect(findings).toContainEqual(expect.objectContaining({ what, where }));
});

test('a file of the log taken out is named, and so is a line that is no entry', async () => {
  const { entries, records } = honest();
  const lines = entries.map((entry) => JSON.stringify(entry));
  const batches = [
    { number: 1, lines: lines.slice(0, 2) },
    { number: 3, lines: [...lines.slice(4, 7), '{"half'] },
  ];
  const { findings } = await verifyLines(batches, records);
  expect(findings).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ what: 'dropped', where: 'batch 2' }),
      expect.objectContaining({ what: 'unreadable', where: 'batch 3, line 4' }),
      expect.objectContaining({ what: 'dropped', where: 'entry 3 to 4' }),
    ]),
  );
});

test('log and store written anew are noticed against a head kept elsewhere, and not without', async () => {
  const world = honest();
  world.entries = chained(
    world.entries.map((entry) =>
      entry.sequence === 2
        ? { ...entry, detail: { recordId: 'd2', commitment: commitment('s', { forged: true }) } }
        : entry,
    ),
  );
  world.records = world.records.map((one) =>
    one.id === 'd2' ? { ...one, value: { forged: true }, salt: 's' } : one,
  );
  const without = await verify(world);
  expect(without.findings).toEqual([]);
  expect(without.cannotTell[0]).toContain('strata audit anchor');
  const { findings } = await verify(world, honest());
  expect(findings).toMatchObject([{ what: 'rewritten', where: 'entry 1 to 8' }]);
});

test('the end cut off from log and store is noticed against a head kept elsewhere', async () => {
  const world = honest();
  world.entries.splice(5);
  world.records = world.records.filter(({ id }) => id !== 'd5');
  expect((await verify(world)).findings).toEqual([]);
  const { findings } = await verify(world, honest());
  expect(findings).toMatchObject([{ what: 'dropped', where: 'entry 6 to 8' }]);
});

test('a log that went on since the head was noted verifies against it', async () => {
  const world = honest();
  const earlier = { ...honest(), entries: honest().entries.slice(0, 3) };
  expect((await verify(world, earlier)).findings).toEqual([]);
});

test('entries of older versions, which keep a hash or the value, are read', async () => {
  const value = { name: 'old.pdf' };
  const world = honest();
  world.entries.push(next(world.entries, { recordId: 'a1', value }));
  world.batches.push(1);
  world.records.push({ kind: 'document', id: 'a1', value, salt: '' });
  expect((await verify(world)).findings).toEqual([]);
});
