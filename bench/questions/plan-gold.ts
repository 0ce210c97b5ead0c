import { planByRules, type QuestionPlan } from '../../lambda/domain/llmops/plan/plan-by-rules.ts';
import { type QueryResult, runQuery } from '../../lambda/domain/llmops/plan/run-query.ts';
import { type Vocabulary, vocabularyOf } from '../../lambda/domain/llmops/plan/vocabulary.ts';
import type { Gold } from './gold.ts';
import type { Expected, GoldQuestion } from './questions.ts';

export interface Planned {
  readonly question: GoldQuestion;
  readonly plan: QuestionPlan;
  readonly isKind: boolean;
  /** Whether what the plan finds is what the labels say. */
  readonly isEqual: boolean;
  readonly got: string;
}

export function loadTaxonomyOf(gold: Gold): Vocabulary {
  return vocabularyOf(gold.taxonomy);
}

export function planned(gold: Gold, vocabulary: Vocabulary, question: GoldQuestion): Planned {
  const { documents } = gold;
  const plan = planByRules({
    question: question.question,
    documentId: null,
    documents,
    vocabulary,
  });
  const isKind =
    plan.kind === question.kind &&
    (question.ids.length !== 1 || plan.documentId === question.ids[0]);
  const result =
    plan.query === null || plan.route !== 'records'
      ? null
      : runQuery(plan.query, documents, vocabulary);
  const got = result === null ? plan.route : said(question.expected, plan, result);
  const isEqual =
    question.expected.type === 'kind'
      ? isKind
      : result !== null && got === wanted(question.expected);
  return { question, plan, isKind, isEqual, got };
}

function wanted(expected: Expected): string {
  switch (expected.type) {
    case 'number':
      return String(expected.value);
    case 'totals':
      return expected.values.join('; ');
    case 'rows':
      return [...expected.ids].toSorted().join(' ');
    case 'value':
      return expected.value;
    case 'kind':
      return '';
  }
}

function said(expected: Expected, { query }: QuestionPlan, result: QueryResult): string {
  switch (expected.type) {
    case 'number':
      if (query?.operation !== 'count') return `${query?.operation}`;
      return String(query.field === null ? result.rows.length : result.distinct.length);
    case 'totals':
      return result.totals
        .map(
          ({ currency, sum, count }) =>
            `${currency} ${(query?.operation === 'average' ? sum / count : sum).toFixed(2)}`,
        )
        .toSorted()
        .join('; ');
    case 'rows':
      if (query?.operation === 'count' || query?.operation === 'sum') return query.operation;
      return result.rows
        .map(({ documentId }) => documentId)
        .toSorted()
        .join(' ');
    case 'value':
      return result.rows[0]?.value ?? '';
    case 'kind':
      return '';
  }
}
