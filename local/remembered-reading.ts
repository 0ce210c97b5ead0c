import { z } from 'zod';
import { readDocument } from '../lambda/handlers/read-document.ts';
import type { Ports } from '../lambda/ports.ts';
import type { FlowTask } from './flow-runner.ts';

const NAME = 'reading';
const remembered = z.strictObject({ version: z.string(), result: z.unknown() });

/**
 * `read-document` that keeps its result beside the text: a second start, and the flow after the
 * run's reading stage, do not parse or recognise again.
 * @param version changes when the program or its ingestion limits do
 */
export function rememberedReading(ports: Ports, version: string): FlowTask {
  const read = readDocument(ports);
  return async (input) => {
    const { tenant, documentId } = z
      .strictObject({ tenant: z.string(), documentId: z.string() })
      .parse(input);
    const key = { tenant, documentId, name: NAME };
    if (await ports.documents.has(key)) {
      const bytes = await ports.documents.get(key);
      const stored = remembered.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
      if (stored.success && stored.data.version === version) return stored.data.result;
    }
    const result = await read({ tenant, documentId });
    const body = new TextEncoder().encode(JSON.stringify({ version, result }));
    await ports.documents.put(key, body, 'application/json');
    return result;
  };
}
