import { createHash } from 'node:crypto';
import * as z from 'zod';
import { InvalidInputError } from '../../errors.ts';
import type { Artefacts } from '../../ports.ts';
import type { QueryExpansion } from './query-expansion.ts';

/** Names the expansion in use, so that one write rolls forward or back. */
const CURRENT = 'expansion/current.json';

const currentSchema = z.strictObject({ path: z.string(), embedder: z.string() });
const expansionSchema = z.strictObject({
  embedder: z.string(),
  threshold: z.number(),
  clauses: z.record(
    z.string(),
    z.strictObject({
      vector: z.array(z.number()),
      asked: z.array(z.number()),
      weights: z.record(z.string(), z.number()),
      spans: z.int().min(1),
    }),
  ),
});

/** Stores an expansion under its hash and makes it the one in use; returns its path. */
export async function storeExpansion(
  artefacts: Artefacts,
  expansion: QueryExpansion,
): Promise<string> {
  const text = JSON.stringify(expansion);
  const path = `expansion/${createHash('sha256').update(text).digest('hex').slice(0, 16)}.json`;
  await putJson(artefacts, path, text);
  await putJson(artefacts, CURRENT, JSON.stringify({ path, embedder: expansion.embedder }));
  return path;
}

/** The expansion in use, or null where none was learned for this embedder. */
export async function loadExpansion(
  artefacts: Artefacts,
  embedder: string,
): Promise<QueryExpansion | null> {
  if (!(await artefacts.has(CURRENT))) return null;
  const current = await getJson(artefacts, CURRENT, currentSchema);
  if (current.embedder !== embedder) return null;
  return getJson(artefacts, current.path, expansionSchema);
}

/** A certain expansion, as `storeExpansion` named it. @throws NotFoundError */
export async function readExpansion(artefacts: Artefacts, path: string): Promise<QueryExpansion> {
  return getJson(artefacts, path, expansionSchema);
}

async function putJson(artefacts: Artefacts, path: string, text: string): Promise<void> {
  await artefacts.put(path, new TextEncoder().encode(text), 'application/json');
}

async function getJson<T>(artefacts: Artefacts, path: string, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(JSON.parse(new TextDecoder().decode(await artefacts.get(path))));
  if (parsed.success) return parsed.data;
  throw new InvalidInputError(
    `artefact ${path} must be a query expansion: ${z.prettifyError(parsed.error)}; learn it again`,
  );
}
