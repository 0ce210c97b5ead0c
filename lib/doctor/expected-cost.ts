import { prices } from '../../config/prices.ts';
import type { Configuration } from '../../config/load-profile.ts';
import { type CostItem, projectCost } from '../../lambda/domain/compare/projected-cost.ts';
import type { ProjectedCost } from '../../lambda/domain/compare/report-schema.ts';
import { findPrice } from '../../lambda/domain/gateway/price.ts';
import { type IdleLine, idleLines, idleUsd } from '../shared/checks/idle-cost.ts';
import type { Examined } from './examined.ts';

const THOUSAND = 1_000;

/** What a thousand of something will cost beside what the environment costs idle. */
export interface ThousandCost {
  readonly of: 'documents, mlops' | 'documents, llmops' | 'questions';
  readonly usd: number | null;
  /** Lines that no measurement or price is known for: the sum is then a lower bound. */
  readonly unknown: readonly string[];
  /** Paid by the hour while in use: US dollars an hour of each. */
  readonly byTheHour: Readonly<Record<string, number | null>>;
}
export interface ExpectedCost {
  readonly idleUsdPerMonth: number;
  readonly idle: readonly IdleLine[];
  /** Whose tokens were counted: `extractive` is no language model, which may write more. */
  readonly reader: string | null;
  /** Null where no run was measured. */
  readonly thousand: readonly ThousandCost[] | null;
}

/** What is read of a run's report. */
export interface MeasuredCost {
  readonly reader: string;
  readonly sides: {
    readonly mlops: { readonly cost: ProjectedCost } | null;
    readonly llmops: { readonly cost: ProjectedCost; readonly answerCost: ProjectedCost } | null;
  };
}

/**
 * Idle from the templates; a thousand documents and questions from what a run on the laptop
 * measured (`report.json`), priced for this environment.
 */
export function expectedCost(
  { checked, configuration }: Pick<Examined, 'checked' | 'configuration'>,
  report: MeasuredCost | null,
): ExpectedCost {
  const idle = { idleUsdPerMonth: idleUsd(checked), idle: idleLines(checked) };
  if (report === null) return { ...idle, reader: null, thousand: null };
  const { mlops, llmops } = report.sides;
  const priced = (of: ThousandCost['of'], cost: ProjectedCost) =>
    thousandOf(of, cost, configuration);
  const thousand = [
    ...(mlops ? [priced('documents, mlops', mlops.cost)] : []),
    ...(llmops ? [priced('documents, llmops', llmops.cost)] : []),
    ...(llmops ? [priced('questions', llmops.answerCost)] : []),
  ];
  return { ...idle, reader: report.reader, thousand };
}

/** What is paid by the hour was shared among a month's documents: it is told apart, once. */
function thousandOf(
  of: ThousandCost['of'],
  measured: ProjectedCost,
  { models, profile }: Configuration,
): ThousandCost {
  const hourly = ({ price }: CostItem) => {
    const found = findPrice(prices, price, profile.region);
    return /^(OCU-)?hour$/.test(found?.unit ?? '') ? found : null;
  };
  const items = measured.lines.map(({ item, price, quantity, note }): CostItem => {
    return { item, price, quantity: quantity === null ? null : quantity * THOUSAND, note };
  });
  const { usd, cost } = projectCost(
    items.filter((item) => hourly(item) === null),
    measured.model,
    { prices, models, profile },
  );
  return {
    of,
    usd,
    unknown: [
      ...cost.lines.flatMap(({ usd: known, item, price }) => {
        return known === null ? [`${item} (${price})`] : [];
      }),
      ...(of === 'documents, mlops' ? unmeasuredServing(profile) : []),
    ],
    byTheHour: Object.fromEntries(
      items.filter(hourly).map((item) => [item.price, hourly(item)?.usd ?? null] as const),
    ),
  };
}

/** On the laptop trees are scored in the step: what a serverless endpoint takes is not measured. */
function unmeasuredServing({ serving }: Configuration['profile']): readonly string[] {
  return serving.kind === 'serverless' ? ['serverless endpoint (sagemaker.serverless)'] : [];
}
