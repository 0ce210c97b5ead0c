import type { Checked } from '../shared/checks/checked.ts';
import { type IdleLine, idleLines, idleUsd } from '../shared/checks/idle-cost.ts';

/** What an environment will cost. */
export interface ExpectedCost {
  readonly idleUsdPerMonth: number;
  readonly idle: readonly IdleLine[];
}

export function expectedCost(checked: Pick<Checked, 'profile' | 'templates'>): ExpectedCost {
  return { idleUsdPerMonth: idleUsd(checked), idle: idleLines(checked) };
}
