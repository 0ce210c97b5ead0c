import type { Flows } from '../../../flow-ports.ts';
import type { RecordsRead, RecordsWrite } from '../../../store-ports.ts';
import { type DocumentRecord, documentRecordSchema, SIDES } from '../document.ts';
import { lacksResult, runAgain } from './run-again.ts';

const PAGE = 200;

export interface Redriven {
  readonly documentId: string;
  readonly name: string;
  /** Why it lacks a result. */
  readonly cause: string;
}

/** Every document of a tenant that lacks a result, each started again as it is found. */
export function redrive(ports: {
  readonly flows: Pick<Flows, 'startDocumentFlow'>;
  readonly records: RecordsRead<'document'> & RecordsWrite<'document'>;
}) {
  const again = runAgain(ports);
  return async function* (
    tenant: string,
    { dryRun }: { readonly dryRun: boolean },
  ): AsyncGenerator<Redriven> {
    for await (const record of recordsOf(ports, tenant)) {
      if (!lacksResult(record)) continue;
      if (!dryRun) await again(record);
      yield { documentId: record.documentId, name: record.name, cause: causeOf(record) };
    }
  };
}

/** Starts the documents again whose flow waits or was broken off, where one process ran all flows. */
export async function resumeDocuments(
  ports: Parameters<typeof runAgain>[0],
  tenant: string,
): Promise<void> {
  const again = runAgain(ports);
  for await (const record of recordsOf(ports, tenant)) {
    if (record.status === 'received') await again(record);
  }
}

async function* recordsOf(
  { records }: { readonly records: RecordsRead<'document'> },
  tenant: string,
): AsyncGenerator<DocumentRecord> {
  let after: string | undefined;
  do {
    const next = after === undefined ? {} : { after };
    const page = await records.list({ tenant, kind: 'document', limit: PAGE, ...next });
    for (const { value } of page.items) yield documentRecordSchema().parse(value);
    after = page.next;
  } while (after !== undefined);
}

function causeOf({ failure, results }: DocumentRecord): string {
  if (failure !== undefined) return failure.name;
  const failed = SIDES.flatMap((side) => {
    const result = results?.[side];
    return result?.status === 'failed' ? [`${side}: ${result.error.name}`] : [];
  });
  return failed.length === 0 ? 'received, its flow has not ended' : failed.join(', ');
}
