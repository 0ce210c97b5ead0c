import type { Prices } from '../../../../config/schema.ts';
import type { Guardrail } from '../../../ports.ts';
import { findPrice, usdOf } from '../../gateway/price.ts';

/** What judging an answer took. */
export interface GuardrailUse {
  readonly calls: number;
  /** Of the text that was judged; each policy of the guardrail is paid for these. */
  readonly textUnits: number;
  /** Of source, question and text: what contextual grounding is paid for. */
  readonly groundingUnits: number;
}

/** A text unit is up to 1,000 characters (Amazon Bedrock pricing, guardrails). */
const UNIT_CHARACTERS = 1_000;
/** As they stand in `config/prices.json`; what judges the text alone. */
const TEXT_POLICIES = ['content-filters', 'denied-topics', 'sensitive-information', 'word-filters'];

/** The guardrail, and what its calls have taken so far. */
export function meteredGuardrail(
  guardrail: Pick<Guardrail, 'assess'>,
): Pick<Guardrail, 'assess'> & { readonly used: () => GuardrailUse } {
  let used: GuardrailUse = { calls: 0, textUnits: 0, groundingUnits: 0 };
  return {
    used: () => used,
    assess(content) {
      const { text, source, query = '' } = content;
      const grounding = source === undefined ? 0 : unitsOf(`${source}${query}${text}`);
      used = {
        calls: used.calls + 1,
        textUnits: used.textUnits + unitsOf(text),
        groundingUnits: used.groundingUnits + grounding,
      };
      return guardrail.assess(content);
    },
  };
}

/** USD at list prices with every policy of `config/guardrail.json`; null where a price is unknown. */
export function guardrailCostUsd(
  { textUnits, groundingUnits }: Omit<GuardrailUse, 'calls'>,
  prices: Prices,
): number | null {
  const usd = (policy: string, units: number) =>
    usdOf(findPrice(prices, `bedrock.guardrail.${policy}`), units);
  const parts = [
    ...TEXT_POLICIES.map((policy) => usd(policy, textUnits)),
    usd('contextual-grounding', groundingUnits),
  ];
  return parts.reduce((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}

function unitsOf(text: string): number {
  return Math.ceil(text.length / UNIT_CHARACTERS);
}
