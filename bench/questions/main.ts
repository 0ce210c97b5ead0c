import { join } from 'node:path';
import { loadTaxonomyOf, type Planned, planned } from './plan-gold.ts';
import { filingsTaxonomy, type Gold, goldOf, renamed } from './gold.ts';
import { type GoldQuestion, questionsOf } from './questions.ts';

const [generated = '', corpora = '', kept = '', show = '0'] = process.argv.slice(2);

const TIMES = 5;
const filings = join(corpora, 'filings');
const golds = [
  goldOf('generated', generated),
  goldOf('e-invoices', join(corpora, 'e-invoices')),
  goldOf('filings', filings, filingsTaxonomy(filings)),
].filter((gold) => gold !== null);

const parts: [string, readonly Gold[], (question: GoldQuestion) => boolean][] = [
  ['developed on', golds, (question) => !question.kept],
  ['developed on', ownNames('developed'), (question) => !question.kept],
];
if (kept !== '') {
  parts.push(['kept wordings', golds, (question) => question.kept]);
  parts.push(['kept names', ownNames('kept'), (question) => !question.kept]);
  parts.push(['kept names and wordings', ownNames('kept'), (question) => question.kept]);
}

const table: Record<string, object> = {};
for (const [part, list, wanted] of parts) {
  const all: Planned[] = [];
  for (const gold of list) {
    const vocabulary = loadTaxonomyOf(gold);
    const asked = questionsOf(gold, TIMES).filter(wanted);
    const results = asked.map((question) => planned(gold, vocabulary, question));
    table[`${part}: ${gold.name}`] = shares(results);
    all.push(...results);
    // What is kept is scored, not looked at.
    if (part !== 'developed on') continue;
    for (const { question, plan, got } of results
      .filter((one) => !one.isEqual)
      .slice(0, Number(show))) {
      console.log(
        gold.name,
        question.task,
        '|',
        question.question,
        '|',
        plan.kind,
        plan.route,
        plan.unclear,
      );
      console.log(
        '   ',
        JSON.stringify(plan.query),
        JSON.stringify(question.expected).slice(0, 160),
        got.slice(0, 160),
      );
    }
  }
  table[`${part}: all${list.some(({ name }) => name.includes('other')) ? ', other names' : ''}`] =
    shares(all);
}
console.table(table);

function ownNames(which: 'developed' | 'kept'): readonly Gold[] {
  return golds.filter(({ name }) => name !== 'filings').map((gold) => renamed(gold, which));
}

function shares(results: readonly Planned[]) {
  const share = (part: number, whole: number) =>
    whole === 0 ? null : Number((part / whole).toFixed(3));
  const reckoned = results.filter(({ question }) => question.expected.type !== 'kind');
  const answered = reckoned.filter(({ plan }) => plan.route === 'records');
  const equal = reckoned.filter(({ isEqual }) => isEqual).length;
  return {
    questions: results.length,
    'kind right': share(results.filter(({ isKind }) => isKind).length, results.length),
    reckoned: reckoned.length,
    'equal to the labels': share(equal, reckoned.length),
    'answered but wrong': share(answered.filter(({ isEqual }) => !isEqual).length, results.length),
    refused: share(reckoned.filter(({ plan }) => plan.route === 'refuse').length, reckoned.length),
  };
}
