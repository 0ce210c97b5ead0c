import { createHash } from 'node:crypto';
import * as z from 'zod';
import { lazily } from '../../../lazily.ts';
import { InvalidInputError } from '../../../errors.ts';
import type { ArtefactPath, ArtefactsRead, ArtefactsWrite } from '../../../store-ports.ts';
import type { QueryExpansion } from './query-expansion.ts';

/** Names the expansion in use, so that one write rolls forward or back. */
const CURRENT = 'expansion/current.json' as const;
type ExpansionPath = ArtefactPath<'expansion'>;

const currentSchema = lazily(() =>
  z.strictObject({
    path: z.templateLiteral(['expansion/', z.string()]),
    embedder: z.string(),
  }),
);
const expansionSchema = lazily(() =>
  z.strictObject({
    embedder: z.string(),
    threshold: z.number(),
    clauses: z.record(
      z.string(),
      z.strictObject({
        vector: z.array(z.number()),
        asked: z.array(z.number()),
        weights: z.record(z.string(), z.number()),
        terms: z.record(z.string(), z.number()).default({}),
        spans: z.int().min(1),
      }),
    ),
  }),
);

/** Stores an expansion under its hash and makes it the one in use; returns its path. */
export async function storeExpansion(
  artefacts: ArtefactsWrite<'expansion'>,
  expansion: QueryExpansion,
): Promise<ExpansionPath> {
  const text = JSON.stringify(expansion);
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
  const path = `expansion/${hash}.json` as const;
  await putJson(artefacts, path, text);
  await putJson(artefacts, CURRENT, JSON.stringify({ path, embedder: expansion.embedder }));
  return path;
}

/** The expansion in use, or null where none was learned for this embedder. */
export async function loadExpansion(
  artefacts: ArtefactsRead<'expansion'>,
  embedder: string,
): Promise<QueryExpansion | null> {
  if (!(await artefacts.has(CURRENT))) return null;
  const current = await getJson(artefacts, CURRENT, currentSchema());
  if (current.embedder !== embedder) return null;
  return getJson(artefacts, current.path, expansionSchema());
}

/** A certain expansion, as `storeExpansion` named it. @throws NotFoundError */
export async function readExpansion(
  artefacts: ArtefactsRead<'expansion'>,
  path: ExpansionPath,
): Promise<QueryExpansion> {
  return getJson(artefacts, path, expansionSchema());
}

async function putJson(
  artefacts: ArtefactsWrite<'expansion'>,
  path: ExpansionPath,
  text: string,
): Promise<void> {
  await artefacts.put(path, new TextEncoder().encode(text), 'application/json');
}

async function getJson<T>(
  artefacts: ArtefactsRead<'expansion'>,
  path: ExpansionPath,
  schema: z.ZodType<T>,
): Promise<T> {
  const parsed = schema.safeParse(JSON.parse(new TextDecoder().decode(await artefacts.get(path))));
  if (parsed.success) return parsed.data;
  throw new InvalidInputError(
    `artefact ${path} must be a query expansion: ${z.prettifyError(parsed.error)}; learn it again`,
  );
}
