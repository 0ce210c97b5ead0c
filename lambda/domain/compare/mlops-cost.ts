import type { DocumentRecord } from '../document/document.ts';
import {
  type CostItem,
  DOCUMENTS_PER_MONTH,
  HOURS_PER_MONTH,
  mean,
  type Projection,
  projectCost,
} from './projected-cost.ts';
import type { CostBasis } from './run-measurement.ts';
import { sharedCostItems } from './shared-cost.ts';

/** What one document would cost on the classical side, with the trees served as the profile says. */
export function mlopsCost(records: readonly DocumentRecord[], basis: CostBasis): Projection {
  const items = [
    ...sharedCostItems('mlops', records),
    {
      item: 'feature store',
      price: 'sagemaker.feature-store.write',
      quantity: 1,
      note: 'one record a document, at least one unit',
    },
    ...servingItems(records, basis.profile.serving),
  ];
  return projectCost(items, `XGBoost (${basis.profile.serving.kind})`, basis);
}

/** In-Lambda scoring is part of the function time. */
function servingItems(
  records: readonly DocumentRecord[],
  serving: CostBasis['profile']['serving'],
): CostItem[] {
  if (serving.kind === 'lambda') {
    return [];
  }
  if (serving.kind === 'realtime') {
    const instances = serving.minInstances;
    return [
      {
        item: 'real-time endpoint',
        price: `sagemaker.${serving.instanceType}`,
        quantity: (instances * HOURS_PER_MONTH) / DOCUMENTS_PER_MONTH,
        note: `instances that run all month: ${instances}, shared by ${DOCUMENTS_PER_MONTH} documents`,
      },
    ];
  }
  const seconds = mean(
    records.flatMap(({ results }) =>
      results?.mlops.status === 'done' ? [results.mlops.classification.durationMs / 1_000] : [],
    ),
  );
  const gb = serving.memoryMb / 1_024;
  return [
    {
      item: 'serverless endpoint',
      price: 'sagemaker.serverless',
      quantity: seconds === null ? null : seconds * gb,
      note: 'classification as measured on this machine',
    },
  ];
}
