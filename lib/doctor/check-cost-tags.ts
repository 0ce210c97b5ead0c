import { isRecord, listOf, resourcesOf } from '../shared/checks/checked.ts';
import type { Check, Examined } from './examined.ts';
import { findingsOf } from './finding.ts';

/** `user:<key>$<value>`, as a budget filters (AWS Budgets, `TagKeyValue`). */
const FILTER = /^user:(.+)\$/;

/** A budget that filters by a tag sees nothing until the tag is a cost-allocation tag. */
export const checkCostTags: Check = {
  name: 'cost-allocation tags',
  async run(examined) {
    const told = findingsOf('cost-allocation tags');
    const keys = filteredTags(examined);
    if (keys.length === 0) return [];
    const active = await examined.account.activeCostTags(keys);
    const missing = keys.filter((key) => !active.includes(key));
    if (missing.length === 0) return [told.ok(`${keys.join(', ')} active`)];
    return [
      told.warning(
        `the budget filters by ${missing.join(', ')}, which is no cost-allocation tag yet: it sees no cost`,
        `after the first deployment (AWS lists a tag about a day later), in the account that pays: aws ce update-cost-allocation-tags-status --cost-allocation-tags-status ${missing.map((key) => `TagKey=${key},Status=Active`).join(' ')}`,
      ),
    ];
  },
};

function filteredTags({ checked }: Examined): readonly string[] {
  const keys = resourcesOf(checked)
    .filter(({ Type }) => Type === 'AWS::Budgets::Budget')
    .flatMap(({ Properties }) => {
      const filters = isRecord(Properties?.Budget) ? Properties.Budget.CostFilters : undefined;
      return isRecord(filters) ? listOf(filters.TagKeyValue) : [];
    })
    .flatMap((filter) => FILTER.exec(String(filter))?.[1] ?? []);
  return [...new Set(keys)];
}
