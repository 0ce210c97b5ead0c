import type { Audit } from '../../ports.ts';
import type { RecordsWrite } from '../../store-ports.ts';

/**
 * Entries go to the records table, kind `audit`; `seal-records` reads them from its stream and adds
 * them to the hash chain in the audit bucket. The same id twice is one record, so one entry.
 */
export function recordAudit(ports: { readonly records: RecordsWrite<'audit'> }): Audit {
  return {
    async append({ tenant, id, kind, detail }) {
      const key = { tenant, kind: 'audit', id: `${kind}/${id}` } as const;
      await ports.records.put(key, { kind, detail }, { ifAbsent: true });
    },
  };
}
