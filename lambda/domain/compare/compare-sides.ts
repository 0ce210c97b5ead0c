import * as z from 'zod';
import { step } from '../../step.ts';
import {
  type BothResults,
  documentReferenceSchema,
  type Extraction,
  flowResultsSchema,
  resultsBySide,
  type SideComparison,
  sideComparisonSchema,
} from '../document/document.ts';
import { type FieldType, hasValue, sameValue } from '../document/normalise-value.ts';

/** Compares what the two sides say of one document: category, and each field that either gives. */
export const compareSides = step({
  name: 'compare-sides',
  does: 'Compares what the two sides say of one document',
  input: () => documentReferenceSchema().extend({ results: flowResultsSchema() }),
  output: () => sideComparisonSchema().extend({ durationMs: z.number() }),
  touches: ['settings.taxonomy'],
  run:
    (ports) =>
    async ({ results }) => {
      const startedAt = ports.now();
      const types = new Map(ports.taxonomy.fields.map((field) => [field.name, field.type]));
      const comparison = compareResults(resultsBySide(results), types);
      return { ...comparison, durationMs: ports.now() - startedAt };
    },
});

/** Nothing is compared where fewer than two sides are done: `sameCategory` is null, no fields. */
export function compareResults(
  results: BothResults,
  types: ReadonlyMap<string, FieldType>,
): SideComparison {
  const { mlops, llmops } = results;
  if (mlops.status !== 'done' || llmops.status !== 'done') {
    return { sameCategory: null, fields: {} };
  }
  return {
    sameCategory: mlops.classification.category === llmops.classification.category,
    fields: compareFields(mlops.extraction, llmops.extraction, types),
  };
}

function compareFields(
  mlops: Extraction,
  llmops: Extraction,
  types: ReadonlyMap<string, FieldType>,
): SideComparison['fields'] {
  const names = new Set([...Object.keys(mlops.fields), ...Object.keys(llmops.fields)]);
  const fields: Record<string, SideComparison['fields'][string]> = {};
  for (const name of [...names].toSorted()) {
    const one = mlops.fields[name]?.value;
    const other = llmops.fields[name]?.value;
    if (hasValue(one) && hasValue(other)) {
      fields[name] = sameValue(one, other, types.get(name)) ? 'same' : 'different';
    } else if (hasValue(one)) {
      fields[name] = 'mlops-only';
    } else if (hasValue(other)) {
      fields[name] = 'llmops-only';
    }
  }
  return fields;
}
