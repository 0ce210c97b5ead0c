import * as z from 'zod';
import { step } from '../../../step.ts';
import { interactionKey, planSchema, retrievalSchema } from '../answer/answer-steps.ts';
import { hybridRetrieval } from './hybrid-retrieval.ts';

/** Hybrid retrieval by the plan, with what was learned of the clause that the question asks for. */
export const retrieveChunks = step({
  name: 'llmops-retrieve-chunks',
  does: 'Finds the passages that may answer a question',
  input: () =>
    z.strictObject({
      ...interactionKey(),
      question: z.string().min(1),
      plan: planSchema(),
    }),
  output: retrievalSchema,
  touches: [
    'embedder',
    'vectors.search',
    'documents.read:chunks',
    'queryExpansion',
    'configuration',
  ],
  run:
    (ports) =>
    async ({ tenant, question, plan: { clause, documentId } }) => {
      const expansion = await ports.queryExpansion.current(ports.embedder.model);
      const query = { tenant, question, documentId, clause };
      const { rag } = await ports.configuration.current();
      const chunks = await hybridRetrieval({ ...ports, rag }, expansion)(query);
      return {
        chunks: chunks.map((chunk) => ({ ...chunk, range: [chunk.range[0], chunk.range[1]] })),
      };
    },
});
