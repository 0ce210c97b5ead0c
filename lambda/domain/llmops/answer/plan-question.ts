import * as z from 'zod';
import type { PortsOf } from '../../../capabilities.ts';
import type { Embedder } from '../../../ports.ts';
import { step } from '../../../step.ts';
import { loadFacts } from '../plan/document-facts.ts';
import type { Previous } from '../plan/follow-up.ts';
import { type AskedOfModel, type ModelPlan, planByModel } from '../plan/plan-by-model.ts';
import { planByRules, type QuestionPlan } from '../plan/plan-by-rules.ts';
import { vocabularyOf } from '../plan/vocabulary.ts';
import { nearestClause, type QueryExpansion } from '../retrieval/query-expansion.ts';
import { answerSchema, interactionKey, planSchema } from './answer-steps.ts';
import { EXTRACTIVE } from './extractive-answers.ts';

/** How passages are looked for, and what tells their answer from other sentences. */
export interface ClausePlan {
  readonly clause: string | null;
  readonly weights: Readonly<Record<string, number>>;
}

const BY_RULES = { by: 'rules', usage: { inputTokens: 0, outputTokens: 0 }, costUsd: 0 } as const;

/**
 * Decides what a question is, and from what it is answered: from extracted fields by a checked query, or
 * from passages, and then whether it asks for a clause of which something was learned. Rules over the
 * taxonomy's names and the documents' own values decide, for nothing; where they do not understand a
 * question about many documents, a language model plans it by a tool call. Nothing is guessed.
 */
export const planQuestion = step({
  name: 'llmops-plan-question',
  does: 'Decides what a question asks for, and from what it is answered',
  input: () =>
    z.strictObject({
      ...interactionKey(),
      question: z.string().min(1),
      documentId: z.string().min(1).nullable(),
      askedBy: z.string().nullable(),
      follows: z.string().min(1).nullable(),
    }),
  output: planSchema,
  touches: [
    'embedder',
    'queryExpansion',
    'records.read:document',
    'records.read:interaction',
    'settings.taxonomy',
    'settings.reader',
    'languageModel:answer',
    'configuration',
  ],
  timeoutSeconds: 120,
  run: (ports) => {
    const vocabulary = vocabularyOf(ports.taxonomy);
    return async ({ tenant, question, documentId, askedBy, follows }) => {
      const { taxonomy } = ports;
      const { documents } = await loadFacts(ports.records, tenant);
      const previous = await previousOf(ports, { tenant, askedBy, follows });
      const ruled = planByRules({ question, documentId, documents, vocabulary, previous });
      const asked = { tenant, question, documents, vocabulary, taxonomy };
      const modelled = await modelPlan(ports, asked, ruled);
      const { isOfMany: _, ...plan } = withQuery(ruled, modelled?.query ?? null);
      const none: ClausePlan = { clause: null, weights: {} };
      const expansion = await ports.queryExpansion.current(ports.embedder.model);
      const { clause, weights } =
        plan.route === 'passages' ? await planOf(ports.embedder, expansion, question) : none;
      return {
        ...plan,
        unclear: [...plan.unclear],
        clause,
        weights: { ...weights },
        planned: modelled === null ? BY_RULES : plannedBy(modelled),
      };
    };
  },
});

/** What the same person's question before was about; another's, or none that is kept, says nothing. */
async function previousOf(
  { records }: PortsOf<'records.read:interaction'>,
  before: {
    readonly tenant: string;
    readonly askedBy: string | null;
    readonly follows: string | null;
  },
): Promise<Previous | null> {
  const { tenant, askedBy, follows: id } = before;
  if (id === null) return null;
  const found = answerSchema().safeParse(await records.get({ tenant, kind: 'interaction', id }));
  if (!found.success || found.data.askedBy !== askedBy) return null;
  const { about = null, records: reckoned } = found.data;
  return { documentId: about, query: reckoned?.query ?? null };
}

/** Asks a model only where the rules found no query and there may be one. */
async function modelPlan(
  ports: PortsOf<'languageModel:answer' | 'configuration' | 'settings.reader'>,
  asked: AskedOfModel,
  { route, isOfMany, kind }: QuestionPlan,
): Promise<ModelPlan | null> {
  if (ports.reader === EXTRACTIVE || route === 'records' || !isOfMany || kind === 'outside') {
    return null;
  }
  return planByModel(ports)(asked);
}

function withQuery(ruled: QuestionPlan, query: QuestionPlan['query']): QuestionPlan {
  if (query === null) return ruled;
  const isLacking = query.conditions.some(({ comparison }) => comparison === 'absent');
  return { ...ruled, kind: isLacking ? 'lacking' : 'records', route: 'records', query };
}

function plannedBy({ model, usage, costUsd }: ModelPlan) {
  return { by: model, usage: { ...usage }, costUsd };
}

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
