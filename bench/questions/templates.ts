import type { QuestionKind } from '../../lambda/domain/llmops/plan/record-query.ts';

/** What a template's question is about; the gold answer is reckoned from it without any plan. */
export type Task =
  | 'count'
  | 'count-above'
  | 'count-from'
  | 'sum'
  | 'sum-from'
  | 'average'
  | 'largest'
  | 'latest'
  | 'list-from'
  | 'list-between'
  | 'list-year'
  | 'list-month'
  | 'list-law'
  | 'list-field'
  | 'count-distinct'
  | 'lack'
  | 'count-lack'
  | 'value'
  | 'compare'
  | 'text'
  | 'across'
  | 'outside';

export interface Template {
  readonly task: Task;
  readonly kind: QuestionKind;
  /** `{many}` and `{one}` stand for a category, `{field}` for a field, the rest for values. */
  readonly wording: string;
  /** In the part that is kept for scoring. */
  readonly kept?: true;
}

/** Wordings in English, German and Spanish; a third is kept. */
export const templates: readonly Template[] = [
  { task: 'count', kind: 'records', wording: 'How many {many} are there?' },
  { task: 'count', kind: 'records', wording: 'What is the number of {many} in the archive?' },
  { task: 'count', kind: 'records', wording: 'Wie viele {de} haben wir?' },
  { task: 'count', kind: 'records', wording: '¿Cuántos {es} hay?' },
  { task: 'count', kind: 'records', wording: 'Count the {many} please.', kept: true },
  { task: 'count', kind: 'records', wording: 'how many {many} have we received', kept: true },
  { task: 'count-above', kind: 'records', wording: 'How many {many} are above {amount}?' },
  {
    task: 'count-above',
    kind: 'records',
    wording: 'How many {many} have a {amountField} of more than {amount}?',
  },
  { task: 'count-above', kind: 'records', wording: 'Wie viele {de} liegen über {amount}?' },
  { task: 'count-above', kind: 'records', wording: '¿Cuántas {es} superan {amount}?', kept: true },
  { task: 'count-above', kind: 'records', wording: 'How many {many} exceed {amount}?', kept: true },
  { task: 'count-from', kind: 'records', wording: 'How many {many} did we get from {party}?' },
  { task: 'count-from', kind: 'records', wording: 'How many {many} are from {party}?' },
  {
    task: 'count-from',
    kind: 'records',
    wording: 'What number of {many} came from {party}?',
    kept: true,
  },
  { task: 'sum', kind: 'records', wording: 'What is the total of all {many}?' },
  { task: 'sum', kind: 'records', wording: 'What is the sum of the {amountField} of all {many}?' },
  { task: 'sum', kind: 'records', wording: 'Was ist die Summe aller {de}?' },
  { task: 'sum', kind: 'records', wording: 'How much do the {many} add up to?', kept: true },
  { task: 'sum-from', kind: 'records', wording: 'What is the total of the {many} from {party}?' },
  {
    task: 'sum-from',
    kind: 'records',
    wording: 'How much are all {many} from {party} worth in total?',
    kept: true,
  },
  { task: 'average', kind: 'records', wording: 'What is the average {amountField} of the {many}?' },
  {
    task: 'average',
    kind: 'records',
    wording: 'What is the mean value of all {many}?',
    kept: true,
  },
  {
    task: 'largest',
    kind: 'records',
    wording: 'Which of the {many} has the highest {amountField}?',
  },
  { task: 'largest', kind: 'records', wording: 'What is the largest of the {many}?' },
  {
    task: 'largest',
    kind: 'records',
    wording: 'Which is the most expensive of all {many}?',
    kept: true,
  },
  { task: 'latest', kind: 'records', wording: 'Which is the latest of the {many}?' },
  { task: 'latest', kind: 'records', wording: 'Show the most recent of the {many}.', kept: true },
  { task: 'list-from', kind: 'records', wording: 'Which {many} are from {party}?' },
  { task: 'list-from', kind: 'records', wording: 'List all {many} issued by {party}.' },
  { task: 'list-from', kind: 'records', wording: 'Welche {de} sind von {party}?' },
  {
    task: 'list-from',
    kind: 'records',
    wording: 'Show me every one of the {many} that {party} is the {party-field} of.',
    kept: true,
  },
  { task: 'list-between', kind: 'records', wording: 'Which {many} are between {low} and {high}?' },
  {
    task: 'list-between',
    kind: 'records',
    wording: 'List the {many} with a {amountField} between {low} and {high}.',
    kept: true,
  },
  { task: 'list-year', kind: 'records', wording: 'Which {many} are dated {year}?' },
  { task: 'list-year', kind: 'records', wording: 'List all {many} from the year {year}.' },
  {
    task: 'list-year',
    kind: 'records',
    wording: 'Which {many} were issued in {year}?',
    kept: true,
  },
  { task: 'list-month', kind: 'records', wording: 'Which {many} are dated in {month}?' },
  { task: 'list-month', kind: 'records', wording: 'Show the {many} of {month}.', kept: true },
  { task: 'list-law', kind: 'records', wording: 'Which {many} are governed by the law of {law}?' },
  {
    task: 'list-law',
    kind: 'records',
    wording: 'List the {many} under the laws of {law}.',
    kept: true,
  },
  { task: 'list-field', kind: 'records', wording: 'List the {field} of all {many}.' },
  {
    task: 'list-field',
    kind: 'records',
    wording: 'What is the {field} of each of the {many}?',
    kept: true,
  },
  {
    task: 'count-distinct',
    kind: 'records',
    wording: 'How many different {partyFields} are there?',
  },
  { task: 'lack', kind: 'lacking', wording: 'Which {many} have no {field}?' },
  { task: 'lack', kind: 'lacking', wording: 'List the {many} without a {field}.' },
  { task: 'lack', kind: 'lacking', wording: 'Welche {de} haben kein {field}?' },
  { task: 'lack', kind: 'lacking', wording: 'Which {many} lack a {field}?', kept: true },
  { task: 'lack', kind: 'lacking', wording: 'In which {many} is the {field} missing?', kept: true },
  { task: 'count-lack', kind: 'lacking', wording: 'How many {many} do not state a {field}?' },
  { task: 'value', kind: 'document', wording: 'What is the {field} of {file}?' },
  { task: 'value', kind: 'document', wording: 'What {field} does {one} {number} have?' },
  { task: 'value', kind: 'document', wording: 'Wie lautet das {field} von {file}?' },
  { task: 'value', kind: 'document', wording: 'Tell me the {field} in {file}.', kept: true },
  {
    task: 'value',
    kind: 'document',
    wording: 'In the {one} {number}: what is the {field}?',
    kept: true,
  },
  { task: 'compare', kind: 'compare', wording: 'Compare the {field} of {file} and {file2}.' },
  {
    task: 'compare',
    kind: 'compare',
    wording: 'What is the difference between the {field} of {file} and that of {file2}?',
  },
  {
    task: 'compare',
    kind: 'compare',
    wording: 'Is the {field} of {file} the same as in {file2}?',
    kept: true,
  },
  { task: 'text', kind: 'document', wording: 'What does {file} say about subcontractors?' },
  {
    task: 'text',
    kind: 'document',
    wording: 'Does {file} allow assignment to third parties?',
    kept: true,
  },
  { task: 'across', kind: 'across', wording: 'What happens when a delivery arrives damaged?' },
  { task: 'across', kind: 'across', wording: 'Which {many} allow assignment to third parties?' },
  { task: 'across', kind: 'across', wording: 'Who bears the cost of insurance?', kept: true },
  {
    task: 'across',
    kind: 'across',
    wording: 'Which {many} mention arbitration in Geneva?',
    kept: true,
  },
  { task: 'outside', kind: 'outside', wording: 'Hello, how are you?' },
  { task: 'outside', kind: 'outside', wording: 'What can you do?' },
  { task: 'outside', kind: 'outside', wording: 'Thanks a lot!', kept: true },
  { task: 'outside', kind: 'outside', wording: 'Guten Morgen', kept: true },
];
