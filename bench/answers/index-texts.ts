import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { student } from '../../config/student.ts';
import { documentChunks } from '../../lambda/domain/llmops/retrieval/document-chunks.ts';
import { learnDocumentFrequencies } from '../../lambda/domain/llmops/retrieval/hashed-embedding.ts';
import type { ClauseWeights, Passage } from '../../lambda/domain/extractive/answer.ts';
import type { QueryExpansion } from '../../lambda/domain/llmops/retrieval/query-expansion.ts';
import {
  plannedRetrieval,
  type RetrievalPorts,
  type RetrievalQuery,
} from '../../lambda/domain/llmops/retrieval/hybrid-retrieval.ts';
import { hashedEmbedder } from '../../local/adapters/embedder.ts';
import { sqliteVectors } from '../../local/adapters/vectors.ts';
import type { Embedder } from '../../lambda/ports.ts';

const TENANT = 'bench';

export interface TextIndex {
  readonly embedder: Embedder;
  find(
    query: Omit<RetrievalQuery, 'tenant' | 'clause'>,
    expansion: QueryExpansion | null,
  ): Promise<{ readonly passages: readonly Passage[]; readonly weights: ClauseWeights }>;
  close(): void;
}

/** Chunks, embeds and indexes texts as the document flow does, in a folder that goes at the end. */
export async function indexTexts(
  documents: readonly { readonly id: string; readonly text: string }[],
): Promise<TextIndex> {
  const lists = documents.map(({ id, text }) => documentChunks(id, text, student.rag));
  const texts = new Map(lists.flat().map((chunk) => [chunk.chunkId, chunk.text]));
  const embedder = hashedEmbedder({ statistics: learnDocumentFrequencies([...texts.values()]) });
  const scratch = mkdtempSync(join(tmpdir(), 'strata-answers-'));
  const vectors = sqliteVectors({ directory: scratch });
  for (const list of lists) {
    const { vectors: embedded } = await embedder.embed(list.map((chunk) => chunk.text));
    const rows = list.flatMap((chunk, at) => {
      const vector = embedded[at];
      return vector === undefined ? [] : [{ ...chunk, vector }];
    });
    const documentId = list[0]?.documentId;
    if (documentId !== undefined) await vectors.replace({ tenant: TENANT, documentId }, rows);
  }
  const chunksOf = new Map(lists.map((list) => [list[0]?.documentId ?? '', list]));
  const stored: RetrievalPorts['documents'] = {
    get: async ({ documentId }) =>
      new TextEncoder().encode(JSON.stringify(chunksOf.get(documentId) ?? [])),
  };
  const ports = { embedder, vectors, documents: stored, rag: student.rag };
  return {
    embedder,
    async find(query, expansion) {
      const search = plannedRetrieval(ports, expansion);
      const { chunks, weights } = await search({ ...query, tenant: TENANT });
      const passages = chunks.map(({ chunkId }) => ({
        id: chunkId,
        text: texts.get(chunkId) ?? '',
      }));
      return { passages, weights };
    },
    close() {
      vectors.close();
      rmSync(scratch, { recursive: true });
    },
  };
}
