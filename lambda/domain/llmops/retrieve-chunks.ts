import * as z from 'zod';
import { step } from '../../step.ts';
import { retrievalSchema } from './answer-steps.ts';
import { hybridRetrieval } from './hybrid-retrieval.ts';

/** Hybrid retrieval with what was learned of clauses. */
export const retrieveChunks = step({
  name: 'llmops-retrieve-chunks',
  does: 'Finds the passages that may answer a question',
  input: () =>
    z.strictObject({
      tenant: z.string().min(1),
      interactionId: z.string().min(1),
      question: z.string().min(1),
      documentId: z.string().min(1).nullable(),
    }),
  output: () => retrievalSchema,
  touches: ['embedder', 'vectors.search', 'queryExpansion', 'settings.rag'],
  run: (ports) => async (query) => {
    const started = ports.now();
    const expansion = await ports.queryExpansion.current(ports.embedder.model);
    const { chunks, clause, weights } = await hybridRetrieval(ports, expansion)(query);
    return {
      chunks: chunks.map((chunk) => ({ ...chunk, range: [chunk.range[0], chunk.range[1]] })),
      clause,
      weights: { ...weights },
      durationMs: ports.now() - started,
    };
  },
});
