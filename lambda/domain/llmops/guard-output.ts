import * as z from 'zod';
import type { Guardrail, GuardrailAssessment } from '../../ports.ts';
import { step } from '../../step.ts';
import { findPii, maskPii } from '../rails/pii.ts';
import type { Chunk, Citation, GuardrailTrigger } from './answer.ts';
import {
  generationSchema,
  type GuardedOutput,
  guardedOutputSchema,
  retrievedChunkSchema,
} from './answer-steps.ts';
import { groundingOf, unsupportedFacts } from './grounding.ts';
import { loadPassages } from './passages.ts';
import { findQuote } from './quotes.ts';

/** What a reader sees when the passages hold no answer. */
const NO_ANSWER = 'The documents that were found do not answer this question.';

/**
 * Decides whether an answer may be shown:
 * 1. a citation counts when its chunk was retrieved and its quote stands in it; without one there is
 *    no answer;
 * 2. numbers, dates and names of the answer must stand in the cited chunks, and `gates.minGrounding`
 *    of its content words;
 * 3. the guardrail assesses text, grounding and relevance, masks or blocks;
 * 4. a quote that holds personal data is assessed too: it must not show what the text masks.
 */
export const guardOutput = step({
  name: 'llmops-guard-output',
  does: 'Decides whether an answer may be shown',
  input: () =>
    z.strictObject({
      tenant: z.string().min(1),
      interactionId: z.string().min(1),
      question: z.string().min(1),
      chunks: z.array(retrievedChunkSchema),
      generation: generationSchema,
    }),
  output: () => guardedOutputSchema,
  touches: ['documents.read:chunks', 'guardrail.assess', 'settings.gates', 'metrics'],
  run: (ports) => async (input) => {
    const started = ports.now();
    const { reply } = input.generation;
    const passages = await loadPassages(ports.documents)(input.tenant, input.chunks);
    const result = (guarded: Omit<GuardedOutput, 'durationMs'>): GuardedOutput => {
      for (const { policy, count } of guarded.triggers) {
        ports.metrics.count('GuardrailTriggers', count, { policy, direction: 'output' });
      }
      return { ...guarded, durationMs: ports.now() - started };
    };
    const refused = (grounding: number | null, triggers: GuardrailTrigger[]) =>
      result({ status: 'no-answer', text: NO_ANSWER, citations: [], grounding, triggers });
    if (!reply.answerable || reply.answer.trim() === '') return refused(null, []);
    const citations = reply.citations.flatMap((one) => checkedCitation(one, passages));
    if (citations.length === 0) return refused(0, [groundingTrigger('citation')]);
    const cited = passages.filter((one) =>
      citations.some(({ chunkId }) => chunkId === one.chunkId),
    );
    const source = cited.map(({ text }) => text).join('\n\n');
    const facts = unsupportedFacts(reply.answer, `${source}\n${input.question}`);
    const share = groundingOf(reply.answer, source);
    if (facts.length > 0)
      return refused(share, [groundingTrigger('unsupported-fact', facts.length)]);
    if (share < ports.gates.minGrounding)
      return refused(share, [groundingTrigger('low-grounding')]);
    const assessed = await ports.guardrail.assess({
      direction: 'output',
      text: reply.answer,
      source,
      query: input.question,
    });
    const quoted = await Promise.all(citations.map((one) => guardQuote(ports.guardrail, one)));
    const masked = quoted.flatMap(({ triggers }) => triggers);
    return result(
      shown(
        { ...assessed, triggers: [...assessed.triggers, ...masked] },
        share,
        quoted.map(({ citation }) => citation),
      ),
    );
  },
});

/** Only a quote with personal data costs a call; what would block an answer is masked in a quote. */
async function guardQuote(
  guardrail: Pick<Guardrail, 'assess'>,
  citation: Citation,
): Promise<{ readonly citation: Citation; readonly triggers: readonly GuardrailTrigger[] }> {
  const found = findPii(citation.quote);
  if (found.length === 0) return { citation, triggers: [] };
  const assessed = await guardrail.assess({ direction: 'output', text: citation.quote });
  const blocked = assessed.action === 'blocked';
  const quote = blocked ? maskPii(citation.quote, found) : assessed.text;
  const triggers = assessed.triggers
    .filter(({ policy }) => policy === 'pii')
    .map((trigger) => ({ ...trigger, action: 'masked' as const }));
  return { citation: { ...citation, quote }, triggers };
}

function shown(
  assessed: GuardrailAssessment,
  share: number,
  citations: readonly Citation[],
): Omit<GuardedOutput, 'durationMs'> {
  const blocked = assessed.action === 'blocked';
  return {
    status: blocked ? 'blocked' : 'answered',
    text: assessed.text,
    citations: blocked
      ? []
      : citations.map(({ range, ...rest }) => ({ ...rest, range: [range[0], range[1]] })),
    grounding: share,
    triggers: [...assessed.triggers],
  };
}

function checkedCitation(
  claim: { readonly chunk: string; readonly quote: string },
  passages: readonly Chunk[],
): readonly Citation[] {
  const passage = passages.find(({ chunkId }) => chunkId === claim.chunk);
  const span = passage === undefined ? null : findQuote(passage.text, claim.quote);
  if (passage === undefined || span === null) return [];
  const { chunkId, documentId } = passage;
  // The chunk's text is its headings and its source: the range is in the source.
  const before = passage.text.length - (passage.range[1] - passage.range[0]);
  const start = passage.range[0] + Math.max(0, span[0] - before);
  const end = passage.range[0] + Math.max(0, span[1] - before);
  const range = end > start ? ([start, end] as const) : passage.range;
  return [{ chunkId, documentId, range, quote: passage.text.slice(span[0], span[1]) }];
}

function groundingTrigger(name: string, count = 1): GuardrailTrigger {
  return { policy: 'grounding', name, action: 'blocked', count };
}
