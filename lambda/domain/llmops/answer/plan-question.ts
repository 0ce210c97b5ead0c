import * as z from 'zod';
import type { Embedder } from '../../../ports.ts';
import { step } from '../../../step.ts';
import { interactionKey, planSchema } from './answer-steps.ts';
import { nearestClause, type QueryExpansion } from '../retrieval/query-expansion.ts';

/** How a question is looked for, and what tells its answer from other sentences. */
export interface Plan {
  readonly clause: string | null;
  readonly weights: Readonly<Record<string, number>>;
}

/** Decides how a question is looked for: whether it asks for a clause of which something was learned. */
export const planQuestion = step({
  name: 'llmops-plan-question',
  does: 'Decides how a question is looked for',
  input: () => z.strictObject({ ...interactionKey(), question: z.string().min(1) }),
  output: planSchema,
  touches: ['embedder', 'queryExpansion'],
  run:
    (ports) =>
    async ({ question }) => {
      const expansion = await ports.queryExpansion.current(ports.embedder.model);
      const { clause, weights } = await planOf(ports.embedder, expansion, question);
      return { clause, weights: { ...weights } };
    },
});

/** The same without the ports of a step. */
export async function planOf(
  embedder: Pick<Embedder, 'model' | 'embed'>,
  expansion: QueryExpansion | null,
  question: string,
): Promise<Plan> {
  const nothing = { clause: null, weights: {} };
  // Vectors of another embedder do not compare.
  if (expansion?.embedder !== embedder.model) return nothing;
  const [vector] = (await embedder.embed([question])).vectors;
  const clause = vector === undefined ? null : nearestClause(expansion, vector);
  return clause === null ? nothing : { clause: clause.name, weights: clause.weights };
}
