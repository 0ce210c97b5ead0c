import type { Guardrail, Ports } from '../../../ports.ts';
import { withMarks, withoutMarks } from '../../gateway/answer-text.ts';
import { findPii, identifying, maskPii } from '../../rails/pii.ts';
import type { Citation, GuardrailTrigger, ShownPassage } from '../answer/answer.ts';
import type { SentenceGroup } from '../answer/answer-sentences.ts';
import { type Claim, claimsOf } from './claims.ts';
import { groundingOf, unsupportedFacts } from './grounding.ts';
import { groupCitations } from './group-citations.ts';
import { contradicts } from './negation.ts';
import { obeyed, soundText } from './suspect-sentences.ts';

export const WITHHELD_REASONS = [
  /** It cites no passage that was shown. */
  'no-citation',
  /** A number, date or name of it stands in none of the cited passages, or they say the opposite. */
  'unsupported-fact',
  'low-grounding',
  /** It rests on a sentence of a document that may give its reader orders. */
  'suspect-source',
  /** The guardrail blocked it. */
  'blocked',
] as const;
export type WithheldReason = (typeof WITHHELD_REASONS)[number];

export type JudgedGroup =
  | {
      readonly verdict: 'released';
      /** As it may be shown: masked where it holds personal data. */
      readonly text: string;
      readonly citations: readonly Citation[];
      readonly triggers: readonly GuardrailTrigger[];
    }
  | {
      readonly verdict: 'withheld';
      readonly reason: WithheldReason;
      /** The guardrail's safe alternative; null where it did not judge. */
      readonly instead: string | null;
      readonly triggers: readonly GuardrailTrigger[];
    };

export type JudgeGroup = (group: SentenceGroup) => Promise<JudgedGroup>;

/**
 * Decides whether a group of sentences may be shown:
 * 1. it cites a passage that was shown;
 * 2. claim by claim: its numbers, dates and names stand in the passages that the claim cites, it says
 *    nothing that they deny nor denies what they say, and `gates.minGrounding` of its words are theirs;
 * 3. no claim of it rests on suspect sentences of those passages alone;
 * 4. the guardrail assesses its text, grounding and relevance, masks or blocks;
 * 5. a quote that holds personal data is assessed too: it must not show what the text masks.
 */
export function judgeGroup(
  ports: {
    readonly guardrail: Pick<Guardrail, 'assess'>;
    readonly gates: Pick<Ports['gates'], 'minGrounding'>;
  },
  shown: { readonly question: string; readonly passages: readonly ShownPassage[] },
): JudgeGroup {
  return async (group) => {
    const written = group.join('');
    const text = withoutMarks(written).trim();
    const claims = claimsOf(group, shown.passages);
    const citations = groupCitations(claims, shown.question);
    if (citations.length === 0) return unsupported('no-citation', 'citation');
    const cited = new Set(citations.map(({ mark }) => mark));
    const source = [...cited].map((mark) => shown.passages[mark - 1]?.shown ?? '').join('\n\n');
    for (const claim of claims) {
      const fault = faultOf(claim, { ...shown, source, least: ports.gates.minGrounding });
      if (fault !== null) return fault;
    }
    const told = claims.flatMap((claim) => restsOnSuspect(claim, shown.question));
    if (told.length > 0) return obeying(told);
    const asked = { text, source, query: shown.question };
    const assessed = await ports.guardrail.assess({ direction: 'output', ...asked });
    const { triggers } = assessed;
    if (assessed.action === 'blocked') {
      return { verdict: 'withheld', reason: 'blocked', instead: assessed.text, triggers };
    }
    const quoted = await Promise.all(citations.map((one) => guardQuote(ports.guardrail, one)));
    return {
      verdict: 'released',
      text:
        assessed.action === 'masked'
          ? marked(written, assessed.text, cited)
          : withMarks(written, cited),
      citations: quoted.map(({ citation }) => citation),
      triggers: [...triggers, ...quoted.flatMap((one) => one.triggers)],
    };
  };
}

/** What is wrong with a claim; one that cites nothing is held against all that its group cites. */
function faultOf(
  { text, cited }: Claim,
  held: { readonly question: string; readonly source: string; readonly least: number },
): JudgedGroup | null {
  const own = cited.map(({ passage }) => passage.shown).join('\n\n');
  const source = own === '' ? held.source : own;
  const facts = unsupportedFacts(text, `${source}\n${held.question}`);
  if (facts.length > 0) return unsupported('unsupported-fact', 'unsupported-fact', facts.length);
  if (contradicts(text, source)) return unsupported('unsupported-fact', 'contradicted');
  if (groundingOf(text, source) < held.least) return unsupported('low-grounding', 'low-grounding');
  return null;
}

/** Where the marks stood in a masked text is not known any more: they stand at its end. */
function marked(written: string, masked: string, cited: ReadonlySet<number>): string {
  const before = /^\s*/.exec(written)?.[0] ?? '';
  return `${before}${masked.trim()} ${[...cited].map((mark) => `[${mark}]`).join('')}`;
}

/** Only a quote with personal data costs a call; what would block an answer is masked in a quote. */
async function guardQuote(
  guardrail: Pick<Guardrail, 'assess'>,
  citation: Citation,
): Promise<{
  readonly citation: Citation;
  readonly triggers: readonly GuardrailTrigger[];
}> {
  const found = identifying(findPii(citation.quote));
  if (found.length === 0) return { citation, triggers: [] };
  const assessed = await guardrail.assess({ direction: 'output', text: citation.quote });
  const blocked = assessed.action === 'blocked';
  const quote = blocked ? maskPii(citation.quote, found) : assessed.text;
  const triggers = assessed.triggers
    .filter(({ policy }) => policy === 'pii')
    .map((trigger) => ({ ...trigger, action: 'masked' as const }));
  return { citation: { ...citation, quote }, triggers };
}

/** The passages that gave the order which the claim follows; none where sound sentences hold it. */
function restsOnSuspect({ text, cited }: Claim, question: string): readonly ShownPassage[] {
  const passages = cited.map(({ passage }) => passage);
  const suspects = passages.filter(({ suspect }) => suspect.length > 0);
  if (suspects.length === 0) return [];
  const sound = passages.map(soundText).join('\n\n');
  const facts = unsupportedFacts(text, `${sound}\n${question}`);
  return facts.length > 0 ? suspects : obeyed(text, passages);
}

function obeying(told: readonly ShownPassage[]): JudgedGroup {
  const chunkIds = [...new Set(told.map(({ chunkId }) => chunkId))];
  const triggers = chunkIds.map((chunkId) => ({
    policy: 'prompt-attack' as const,
    name: 'suspect-source',
    action: 'blocked' as const,
    count: told.filter((one) => one.chunkId === chunkId).length,
    chunkId,
  }));
  return { verdict: 'withheld', reason: 'suspect-source', instead: null, triggers };
}

function unsupported(reason: WithheldReason, name: string, count = 1): JudgedGroup {
  const trigger = { policy: 'grounding', name, action: 'blocked', count } as const;
  return { verdict: 'withheld', reason, instead: null, triggers: [trigger] };
}
