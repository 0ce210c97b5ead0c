import type { Taxonomy } from '../../../../config/schema.ts';
import type { QuestionPlan } from './plan-by-rules.ts';
import type { RecordAnswer, RecordRow, Total } from './record-answer.ts';
import type { Condition, RecordQuery } from './record-query.ts';

import type { Vocabulary } from './vocabulary.ts';

/** Rows that the sentence names; all that are kept stand beside it. */
const NAMED = 10;

const COMPARED: Readonly<Record<Condition['comparison'], string>> = {
  equals: '',
  above: 'above ',
  'at-least': 'at least ',
  below: 'below ',
  'at-most': 'at most ',
  present: 'present',
  absent: 'not read',
};

/**
 * What was reckoned, in sentences, with what it rests on. `words`: the values in their documents' own
 * words, in the order of their marks.
 */
export function describeAnswer(
  answer: RecordAnswer,
  vocabulary: Vocabulary,
  words: readonly string[],
): string {
  const { query } = answer;
  if (query.operation === 'value') return describeValue(answer, words);
  if (query.operation === 'compare') return describeComparison(answer, words);
  return [reckoned(answer, vocabulary), rests(answer)].filter((part) => part !== '').join(' ');
}

/** What can be asked, where a question was not understood or asks for nothing that documents hold. */
export function describeChoices(
  { kind, unclear }: Pick<QuestionPlan, 'kind' | 'unclear'>,
  { categories, fields }: Taxonomy,
): string {
  const why =
    kind === 'outside'
      ? 'This asks for nothing that the documents hold.'
      : `Nothing is recorded as ${unclear.map((word) => `“${word}”`).join(', ')}, so that no number would be right.`;
  return (
    `${why} Ask what a document says; or count, sum, rank, list or compare ` +
    `${joined(categories.map(({ name }) => plural(spoken(name))))} ` +
    `by ${joined(fields.map(({ name }) => spoken(name)))}, by name, number or date.`
  );
}

function describeValue({ query, rows }: RecordAnswer, words: readonly string[]): string {
  const said = words.map((word, index) => `${oneLine(word)} [${index + 1}]`);
  const value = said.length > 0 ? said.join(', ') : (rows[0]?.value ?? 'not read');
  return `${capital(spoken(query.field ?? ''))}: ${value}.`;
}

function describeComparison({ query, rows }: RecordAnswer, words: readonly string[]): string {
  const values = rows.map(({ value }) => value);
  const marked = words.map((word, index) => `${oneLine(word)} [${index + 1}]`);
  const said = marked.length === rows.length ? marked : values.map((value) => value ?? 'not read');
  const isSame = values.every((value) => value !== null && value === values[0]);
  const verdict = values.includes(null)
    ? 'not all of them state it'
    : isSame
      ? 'they are the same'
      : 'they differ';
  return `${capital(spoken(query.field ?? ''))}: ${said.join(' and ')}; ${verdict}.`;
}

function reckoned(answer: RecordAnswer, vocabulary: Vocabulary): string {
  const { query, found, looked, rows, totals } = answer;
  const field = spoken(query.field ?? '');
  const kind = kinds(query);
  const where = conditionsOf(query, vocabulary);
  const which = where === '' ? '' : ` with ${where}`;
  switch (query.operation) {
    case 'count':
      if (query.field !== null) return `${found} different values of ${field}.`;
      return where === ''
        ? `There are ${found} ${kind}.`
        : `${found} of ${looked} ${kind}: those with ${where}.`;
    case 'sum':
    case 'average': {
      if (totals.length === 0) return `None of ${looked} ${kind}${which} has a ${field}.`;
      const verb = query.operation === 'sum' ? 'adds up to' : 'is on average';
      return `The ${field} of ${found} ${kind}${which} ${verb} ${joined(totals.map((total) => amountOf(total, query)))}.`;
    }
    case 'largest':
    case 'smallest': {
      if (rows.length === 0) return `None of ${looked} ${kind}${which} has a ${field}.`;
      return `The ${query.operation} ${field} of ${kind}${which}: ${listed(rows)}.`;
    }
    case 'list':
    case 'value':
    case 'compare':
      return found === 0
        ? `None of ${looked} ${kind}${which === '' ? '' : ` is one${which}`}.`
        : `${found} of ${looked} ${kind}${which}: ${listed(rows)}${found > NAMED ? ` and ${found - NAMED} more` : ''}.`;
  }
}

/** How much of what was looked at was read, and how surely. */
function rests({ query, looked, without, sure, isAll }: RecordAnswer): string {
  const missing = without === 0 ? '' : `, ${without} lack a value that is needed`;
  const rest = isAll ? '' : ' The tenant has more documents than were looked at.';
  return `Read with confidence: ${sure} of ${looked} ${kinds(query)}${missing}.${rest}`;
}

function conditionsOf({ conditions, violates }: RecordQuery, vocabulary: Vocabulary): string {
  const said = conditions.map(({ fields, comparison, values }, index) => {
    const names = fields.map(spoken).join(' or ');
    const before = conditions[index - 1];
    // `from 1 to 2`, not `at least 1 and at most 2` of the same.
    const isEnd = comparison === 'at-most' && before?.comparison === 'at-least';
    if (isEnd && before.fields.join() === fields.join()) return `up to ${values.join()}`;
    const isAmount = fields.some((name) => vocabulary.fields.get(name)?.type === 'amount');
    const shown = isAmount ? values.map(grouped) : values;
    return `${names} ${COMPARED[comparison]}${[...new Set(shown)].slice(0, 2).join(' or ')}`.trim();
  });
  return [...said, ...violates.map((rule) => `rule ${rule} violated`)].join(' and ');
}

function kinds({ categories }: RecordQuery): string {
  return categories.length === 0
    ? 'documents'
    : joined(categories.map((name) => plural(spoken(name))));
}

function listed(rows: readonly RecordRow[]): string {
  return rows
    .slice(0, NAMED)
    .map(({ name, value, currency }) =>
      value === null
        ? name
        : `${name} (${[currency, currency === null ? value : grouped(value)].filter((part) => part !== null).join(' ')})`,
    )
    .join(', ');
}

function amountOf({ currency, count, sum }: Total, { operation }: RecordQuery): string {
  const value = grouped((operation === 'average' ? sum / count : sum).toFixed(2));
  return currency === null ? `${value} (currency not read)` : `${currency} ${value}`;
}

/** `1234.5` is `1,234.50`; what is no decimal stays. */
function grouped(value: string): string {
  const [, sign = '', whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  if (whole === undefined) return value;
  return `${sign}${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}.${fraction.padEnd(2, '0')}`;
}

function joined(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

function spoken(name: string): string {
  return name.replaceAll(/[-_]/g, ' ');
}

function plural(name: string): string {
  const [head = '', ...rest] = name.split(' of ');
  const many = /[^aeiou]y$/.test(head) ? `${head.slice(0, -1)}ies` : `${head}s`;
  return [many, ...rest].join(' of ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
