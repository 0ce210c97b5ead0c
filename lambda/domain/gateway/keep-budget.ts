import { LimitExceededError } from '../../errors.ts';
import type { LanguageModel } from '../../ports.ts';
import type { RecordsCount } from '../../store-ports.ts';
import { PLATFORM_TENANT } from '../document/tenant.ts';

export interface Budget {
  readonly records: RecordsCount<'counter'>;
  /** For the whole environment. */
  readonly usdPerMonth: number;
  readonly now: () => number;
}

/** Counters are whole numbers. */
const MICROS_PER_USD = 1_000_000;
const DAY_SECONDS = 86_400;
/** A month's counter goes when nobody asks for it any more. */
const KEPT_DAYS = 62;

/**
 * Refuses a call once the month's replies (UTC) have cost the budget, and adds what each costs. Calls
 * that run at the same time may go beyond it by what they cost; a model without a price counts nothing.
 * @throws LimitExceededError
 */
export function keepBudget(model: LanguageModel, budget: Budget): LanguageModel {
  return {
    reader: model.reader,
    async *generate(request, options) {
      const spentMicros = await add(budget, 0);
      if (spentMicros >= budget.usdPerMonth * MICROS_PER_USD) throw usedUp(budget);
      for await (const event of model.generate(request, options)) {
        const micros = event.type === 'usage' ? (event.costUsd ?? 0) * MICROS_PER_USD : 0;
        if (micros > 0) await add(budget, Math.ceil(micros));
        yield event;
      }
    },
  };
}

/** @returns what the month has cost, in millionths of a dollar */
function add({ records, now }: Budget, micros: number): Promise<number> {
  const month = new Date(now()).toISOString().slice(0, 7);
  const key = { tenant: PLATFORM_TENANT, kind: 'counter', id: `model-spend/${month}` } as const;
  return records.increment(key, micros, Math.ceil(now() / 1_000) + KEPT_DAYS * DAY_SECONDS);
}

function usedUp({ usdPerMonth, now }: Budget): LimitExceededError {
  const at = new Date(now());
  const next = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1);
  return new LimitExceededError(
    `language models may cost ${usdPerMonth} USD a month and have; raise budgetUsdPerMonth in the ` +
      'profile, or wait for the next month',
    Math.ceil((next - now()) / 1_000),
  );
}
