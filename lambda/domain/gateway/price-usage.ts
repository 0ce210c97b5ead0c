import type { ModelCatalogue, Prices } from '../../../config/schema.ts';
import type { LanguageModel } from '../../ports.ts';
import { costUsd } from './cost.ts';

/** Adds to a reply's usage what it costs at the list prices, by the model that served. */
export function priceUsage(
  model: LanguageModel,
  list: { readonly prices: Prices; readonly catalogue: ModelCatalogue },
): LanguageModel {
  return {
    reader: model.reader,
    async *generate(request, options) {
      let served = model.reader;
      for await (const event of model.generate(request, options)) {
        if (event.type === 'served') served = event.model;
        yield event.type === 'usage'
          ? { ...event, costUsd: costUsd({ ...list, model: served, usage: event }) }
          : event;
      }
    },
  };
}
