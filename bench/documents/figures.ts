import type { Taxonomy } from '../../config/schema.ts';
import type { FieldValue } from '../../lambda/domain/document/document.ts';
import type { FieldType } from '../../lambda/domain/document/normalise-value.ts';
import { hasValue, sameValue } from '../../lambda/domain/document/normalise-value.ts';
import {
  accuracy,
  classMetrics,
  macroF1,
} from '../../lambda/domain/evaluation/classification-metrics.ts';
import type { Judgement } from './classical-side.ts';
import type { Labelled } from './read-texts.ts';

export interface Judged {
  readonly gold: Pick<Labelled, 'category' | 'fields'>;
  readonly given: Judgement;
}

export function categoryFigures(judged: readonly Judged[]) {
  const pairs = judged.map(({ gold, given }) => ({
    gold: gold.category,
    predicted: given.category,
  }));
  const classes = classMetrics(pairs);
  return {
    accuracy: accuracy(pairs) ?? 0,
    macroF1: macroF1(pairs) ?? 0,
    /** Null where nothing was named so. */
    precision: (category: string): number | null => {
      const named = pairs.filter(({ predicted }) => predicted === category);
      if (named.length === 0) return null;
      return named.filter(({ gold }) => gold === category).length / named.length;
    },
    classes,
  };
}

/** Share of the documents that bear their own category, above a confidence. */
export function shareNamed(judged: readonly Judged[], least = 0): number {
  const right = judged.filter(
    ({ gold, given }) => gold.category === given.category && given.confidence >= least,
  );
  return right.length / Math.max(1, judged.length);
}

/** One row a field, then all: fields that no label of these documents names are not scored. */
export function fieldFigures(judged: readonly Judged[], { fields }: Taxonomy, gate: number) {
  const named = new Set(judged.flatMap(({ gold }) => Object.keys(gold.fields)));
  const scored = fields.filter(({ name }) => named.has(name));
  const rows = scored.map(
    ({ name, type }) => [name, countField(judged, name, type, gate)] as const,
  );
  const all = rows.reduce((sum, [, counts]) => addCounts(sum, counts), NO_COUNTS);
  return Object.fromEntries(
    [...rows, ['all', all] as const].map(([name, counts]) => [name, shares(counts)]),
  );
}

interface FieldCounts {
  readonly gold: number;
  readonly right: number;
  readonly given: number;
  readonly spurious: number;
  /** Values above the gate, and the wrong or spurious ones among them. */
  readonly sure: number;
  readonly sureWrong: number;
}

const NO_COUNTS: FieldCounts = { gold: 0, right: 0, given: 0, spurious: 0, sure: 0, sureWrong: 0 };

function countField(
  judged: readonly Judged[],
  name: string,
  type: FieldType,
  gate: number,
): FieldCounts {
  return judged.reduce((sum, { gold, given }) => {
    const wanted: FieldValue | undefined = gold.fields[name];
    const field = given.fields[name];
    const right = hasValue(wanted) && field !== undefined && sameValue(wanted, field.value, type);
    const sure = field !== undefined && field.confidence >= gate;
    return addCounts(sum, {
      gold: Number(hasValue(wanted)),
      right: Number(right),
      given: Number(field !== undefined),
      spurious: Number(!hasValue(wanted) && field !== undefined),
      sure: Number(sure),
      sureWrong: Number(sure && !right),
    });
  }, NO_COUNTS);
}

function addCounts(one: FieldCounts, other: FieldCounts): FieldCounts {
  return {
    gold: one.gold + other.gold,
    right: one.right + other.right,
    given: one.given + other.given,
    spurious: one.spurious + other.spurious,
    sure: one.sure + other.sure,
    sureWrong: one.sureWrong + other.sureWrong,
  };
}

function shares({ gold, right, given, spurious, sure, sureWrong }: FieldCounts) {
  return {
    gold,
    accuracy: digits(gold === 0 ? null : right / gold),
    given,
    spurious: digits(given === 0 ? null : spurious / given),
    sure,
    'sure but wrong': digits(sure === 0 ? null : sureWrong / sure),
  };
}

export function digits(value: number | null): string {
  return value?.toFixed(3) ?? '–';
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
