import type { ModelCatalogue, Prices } from '../../../config/schema.ts';
import type { LanguageModel } from '../../ports.ts';
import { fallBack } from './fall-back.ts';
import { type Budget, keepBudget } from './keep-budget.ts';
import { keepReplies, type ReplyStore } from './keep-replies.ts';
import { priceUsage } from './price-usage.ts';
import { type Patience, type Time, tryAgain } from './try-again.ts';

export interface GatewayOptions {
  /** Providers' models as they speak the wire: the one that is asked, then those that follow it. */
  readonly models: readonly [LanguageModel, ...LanguageModel[]];
  readonly patience: Patience;
  readonly time: Time;
  readonly prices: Prices;
  readonly catalogue: ModelCatalogue;
  /** Where replies are kept; without it none are. */
  readonly documents?: ReplyStore;
  /** Without it the spend has no limit. */
  readonly budget?: Omit<Budget, 'now'>;
}

/**
 * The one way to a language model, for every caller: calls are tried again, then another model is
 * asked, then a kept reply is given; each reply says which, and what it cost; the month's budget holds.
 * @throws ModelUnavailableError, ModelReplyError, AccessError, NotFoundError, ContextOverflowError,
 * LimitExceededError
 */
export function gatewayLanguageModel(options: GatewayOptions): LanguageModel {
  const { models, patience, time, documents, budget } = options;
  const [first, ...others] = models;
  const patient = (model: LanguageModel) => tryAgain(model, patience, time);
  const priced = priceUsage(fallBack([patient(first), ...others.map(patient)]), options);
  const limited = budget === undefined ? priced : keepBudget(priced, { ...budget, now: time.now });
  return documents === undefined ? limited : keepReplies(limited, documents);
}
