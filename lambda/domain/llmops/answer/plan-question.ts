import * as z from 'zod';
import type { Embedder } from '../../../ports.ts';
import { step } from '../../../step.ts';
import { loadFacts } from '../plan/document-facts.ts';
import { planByRules } from '../plan/plan-by-rules.ts';
import { vocabularyOf } from '../plan/vocabulary.ts';
import { nearestClause, type QueryExpansion } from '../retrieval/query-expansion.ts';
import { interactionKey, planSchema } from './answer-steps.ts';

/** How passages are looked for, and what tells their answer from other sentences. */
export interface ClausePlan {
  readonly clause: string | null;
  readonly weights: Readonly<Record<string, number>>;
}

/**
 * Decides what a question is, and from what it is answered: from extracted fields by a checked query, or
 * from passages, and then whether it asks for a clause of which something was learned. Rules over the
 * taxonomy's names and the documents' own values decide; what they do not understand is not guessed.
 */
export const planQuestion = step({
  name: 'llmops-plan-question',
  does: 'Decides what a question asks for, and from what it is answered',
  input: () =>
    z.strictObject({
      ...interactionKey(),
      question: z.string().min(1),
      documentId: z.string().min(1).nullable(),
    }),
  output: planSchema,
  touches: ['embedder', 'queryExpansion', 'records.read:document', 'settings.taxonomy'],
  run: (ports) => {
    const vocabulary = vocabularyOf(ports.taxonomy);
    return async ({ tenant, question, documentId }) => {
      const { documents } = await loadFacts(ports.records, tenant);
      const plan = planByRules({ question, documentId, documents, vocabulary });
      const none: ClausePlan = { clause: null, weights: {} };
      const expansion = await ports.queryExpansion.current(ports.embedder.model);
      const { clause, weights } =
        plan.route === 'passages' ? await planOf(ports.embedder, expansion, question) : none;
      return { ...plan, unclear: [...plan.unclear], clause, weights: { ...weights } };
    };
  },
});

/** What was learned of the clause that a question asks for. */
export async function planOf(
  embedder: Pick<Embedder, 'model' | 'embed'>,
  expansion: QueryExpansion | null,
  question: string,
): Promise<ClausePlan> {
  const nothing = { clause: null, weights: {} };
  // Vectors of another embedder do not compare.
  if (expansion?.embedder !== embedder.model) return nothing;
  const [vector] = (await embedder.embed([question])).vectors;
  const clause = vector === undefined ? null : nearestClause(expansion, vector);
  return clause === null ? nothing : { clause: clause.name, weights: clause.weights };
}
