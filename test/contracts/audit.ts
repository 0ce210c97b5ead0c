import type { ChainEntry } from '../../lambda/domain/governance/hash-chain.ts';
import { verifyEntries } from '../../lambda/domain/governance/verify/verify-log.ts';
import type { Audit } from '../../lambda/ports.ts';

/** What every adapter of `Audit` must do. `read` gives all entries of a tenant, in order. */
export function describeAuditContract(
  name: string,
  makeAdapter: () => {
    readonly audit: Audit;
    read(tenant: string): Promise<readonly ChainEntry[]> | readonly ChainEntry[];
    close(): void;
  },
): void {
  describe(`${name} keeps the contract of audit logs`, () => {
    let open: ReturnType<typeof makeAdapter>;
    beforeEach(() => {
      open = makeAdapter();
    });
    afterEach(() => open.close());
    const append = (id: string, tenant = 'acme') =>
      open.audit.append({ tenant, id, kind: 'answer', detail: { cost: 1, reader: 'extractive' } });

    test('appends entries that form an unbroken chain', async () => {
      for (const id of ['a', 'b', 'c']) await append(id);
      expect(verifyEntries(await open.read('acme'))).toEqual([]);
    });

    test('the same id twice is one entry', async () => {
      await append('a');
      await append('a');
      expect(await open.read('acme')).toHaveLength(1);
    });

    test('each tenant has a chain of its own', async () => {
      await append('a');
      await append('b', 'other');
      expect((await open.read('other')).map(({ sequence }) => sequence)).toEqual([1]);
    });
  });
}
