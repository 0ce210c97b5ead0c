import type { DocumentFacts } from '../../lambda/domain/llmops/plan/document-facts.ts';
import { normaliseValue } from '../../lambda/domain/document/normalise-value.ts';
import type { QuestionKind } from '../../lambda/domain/llmops/plan/record-query.ts';
import { type Chance, chanceOf } from '../../local/corpus/generate/chance.ts';
import type { Gold } from './gold.ts';
import { type Task, type Template, templates } from './templates.ts';

/** What the labels say. Rows are documents; numbers and values as they are compared. */
export type Expected =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'totals'; readonly values: readonly string[] }
  | { readonly type: 'rows'; readonly ids: readonly string[] }
  | { readonly type: 'value'; readonly value: string }
  | { readonly type: 'kind' };
export interface GoldQuestion {
  readonly task: Task;
  readonly kind: QuestionKind;
  readonly question: string;
  readonly kept: boolean;
  /** The documents that it is about, where it names them. */
  readonly ids: readonly string[];
  readonly expected: Expected;
}

const SPANISH: Readonly<Record<string, string>> = {
  invoice: 'facturas',
  'credit-note': 'notas de crédito',
  contract: 'contratos',
  receipt: 'recibos',
};
const GERMAN: Readonly<Record<string, string>> = {
  invoice: 'Rechnungen',
  'credit-note': 'Gutschriften',
  contract: 'Verträge',
  receipt: 'Quittungen',
  'purchase-order': 'Bestellungen',
  lease: 'Mietverträge',
};

/** Asks each template so many times, of other categories and values each time. */
export function questionsOf(gold: Gold, times: number, seed = 1): readonly GoldQuestion[] {
  const chance = chanceOf(seed, `questions of ${gold.name}`);
  const asked = new Map<string, GoldQuestion>();
  for (let turn = 0; turn < times; turn += 1) {
    for (const template of templates) {
      const question = ask(gold, template, chance);
      if (question !== null) asked.set(question.question, question);
    }
  }
  return [...asked.values()];
}

function ask(gold: Gold, template: Template, chance: Chance): GoldQuestion | null {
  const { documents, taxonomy } = gold;
  const byType = (type: string) => taxonomy.fields.filter((field) => field.type === type);
  const amountField = byType('amount')[0]?.name ?? null;
  const dateField = byType('date')[0]?.name ?? null;
  const sample = chance.pick(documents);
  const { category } = sample;
  const all = documents.filter((one) => one.category === category);
  const get = (one: DocumentFacts, field: string | null) => valuesOf(one, field)[0] ?? null;
  const amountOf = (one: DocumentFacts) => Number(get(one, amountField) ?? Number.NaN);
  const rows = (ids: readonly DocumentFacts[]): Expected => ({
    type: 'rows',
    ids: ids.map(({ documentId }) => documentId),
  });
  const values: Record<string, string> = {
    one: spoken(category),
    many: plural(spoken(category)),
    de: GERMAN[category] ?? '',
    es: SPANISH[category] ?? '',
    file: sample.name,
    amountField: spoken(amountField ?? ''),
    number: get(sample, numberFieldOf(gold)) ?? '',
  };
  let expected: Expected = { type: 'kind' };
  let ids: string[] = [];
  switch (template.task) {
    case 'count':
      expected = { type: 'number', value: all.length };
      break;
    case 'count-above': {
      const limit = Math.round(amountOf(sample));
      if (amountField === null || Number.isNaN(limit)) return null;
      values['amount'] = limit.toLocaleString(template.wording.includes('{de}') ? 'de' : 'en');
      if (template.wording.includes('{es}')) values['amount'] = String(limit);
      expected = { type: 'number', value: all.filter((one) => amountOf(one) > limit).length };
      break;
    }
    case 'count-from':
    case 'sum-from':
    case 'list-from': {
      const field = byType('party')[0]?.name ?? null;
      const party = get(sample, field);
      // The filings' parties carry their defined terms.
      if (party === null || field === null || /[("]/.test(party)) return null;
      values['party'] = party;
      values['party-field'] = spoken(field);
      const theirs = all.filter((one) => valuesOf(one, field).some((value) => same(value, party)));
      if (template.task === 'sum-from' && amountField === null) return null;
      expected =
        template.task === 'count-from'
          ? { type: 'number', value: theirs.length }
          : template.task === 'sum-from'
            ? totals(theirs, amountField, 'sum')
            : rows(theirs);
      break;
    }
    case 'sum':
    case 'average':
      if (amountField === null || all.every((one) => get(one, amountField) === null)) return null;
      expected = totals(all, amountField, template.task);
      break;
    case 'largest': {
      const valued = all.filter((one) => !Number.isNaN(amountOf(one)));
      if (valued.length === 0) return null;
      expected = rows(
        valued.filter((one) =>
          valued.every(
            (other) => currencyOf(other) !== currencyOf(one) || amountOf(other) <= amountOf(one),
          ),
        ),
      );
      break;
    }
    case 'latest': {
      const dates = all.flatMap((one) => get(one, dateField) ?? []);
      const last = dates.toSorted().at(-1);
      if (last === undefined) return null;
      expected = rows(all.filter((one) => get(one, dateField) === last));
      break;
    }
    case 'list-between': {
      const amount = amountOf(sample);
      if (Number.isNaN(amount)) return null;
      const [low, high] = [Math.floor(amount * 0.8), Math.ceil(amount * 1.5)];
      values['low'] = low.toLocaleString('en');
      values['high'] = high.toLocaleString('en');
      expected = rows(all.filter((one) => amountOf(one) >= low && amountOf(one) <= high));
      break;
    }
    case 'list-year':
    case 'list-month': {
      const date = get(sample, dateField);
      if (date === null) return null;
      const length = template.task === 'list-year' ? 4 : 7;
      values['year'] = date.slice(0, 4);
      values['month'] = new Intl.DateTimeFormat('en', {
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      }).format(new Date(date));
      expected = rows(
        all.filter((one) => get(one, dateField)?.slice(0, length) === date.slice(0, length)),
      );
      break;
    }
    case 'list-law': {
      const field = byType('place')[0]?.name ?? null;
      const law = get(sample, field);
      if (law === null) return null;
      values['law'] = law;
      expected = rows(all.filter((one) => same(get(one, field) ?? '', law)));
      break;
    }
    case 'list-field':
    case 'lack':
    case 'count-lack': {
      const field = chance.pick(taxonomy.fields).name;
      const having = all.filter((one) => valuesOf(one, field).length > 0);
      values['field'] = spoken(field);
      const lacking = all.filter((one) => !having.includes(one));
      if (template.task === 'list-field' && having.length === 0) return null;
      expected =
        template.task === 'count-lack'
          ? { type: 'number', value: lacking.length }
          : rows(template.task === 'lack' ? lacking : having);
      break;
    }
    case 'count-distinct': {
      const field = chance.pick(byType('party')).name;
      values['partyFields'] = plural(spoken(field).replace(/ name$/, ''));
      const distinct = new Set(
        documents.flatMap((one) => valuesOf(one, field).flatMap((value) => normaliseValue(value))),
      );
      expected = { type: 'number', value: distinct.size };
      break;
    }
    case 'value': {
      const known = taxonomy.fields.filter(({ name }) => valuesOf(sample, name).length > 0);
      if (known.length === 0) return null;
      const field = chance.pick(known).name;
      values['field'] = spoken(field);
      const number = values['number'] ?? '';
      if (template.wording.includes('{number}')) {
        const bearers = all.filter((one) => get(one, numberFieldOf(gold)) === number);
        if (number === '' || bearers.length !== 1 || field === numberFieldOf(gold)) return null;
      }
      ids = [sample.documentId];
      expected = { type: 'value', value: valuesOf(sample, field).join(', ') };
      break;
    }
    case 'compare': {
      const other = chance.pick(documents);
      const shared = taxonomy.fields.filter(
        ({ name }) => valuesOf(sample, name).length > 0 && valuesOf(other, name).length > 0,
      );
      if (other === sample || shared.length === 0) return null;
      values['field'] = spoken(chance.pick(shared).name);
      values['file2'] = other.name;
      ids = [sample.documentId, other.documentId];
      expected = rows([sample, other]);
      break;
    }
    case 'text':
      ids = [sample.documentId];
      break;
    case 'across':
    case 'outside':
      break;
  }
  const question = filled(template.wording, values);
  if (question === null) return null;
  const { task, kind, kept = false } = template;
  return { task, kind, question, kept, ids, expected };
}

function filled(wording: string, values: Readonly<Record<string, string>>): string | null {
  const used = [...wording.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => values[name] ?? '');
  if (used.includes('')) return null;
  return wording.replace(/\{([^}]+)\}/g, (_, name: string) => values[name] ?? '');
}

function numberFieldOf({ taxonomy }: Gold): string | null {
  return taxonomy.fields.find(({ type }) => type === 'code')?.name ?? null;
}

function valuesOf(document: DocumentFacts, field: string | null): readonly string[] {
  const value = field === null ? [] : (document.fields[field]?.value ?? []);
  return (typeof value === 'string' ? [value] : value).filter((one) => one !== '');
}

function currencyOf(document: DocumentFacts): string | null {
  return valuesOf(document, 'currency')[0] ?? null;
}

function totals(
  documents: readonly DocumentFacts[],
  field: string | null,
  what: 'sum' | 'average',
): Expected {
  const sums = new Map<string | null, number[]>();
  for (const one of documents) {
    const [value] = valuesOf(one, field);
    if (value === undefined) continue;
    const cents = Math.round(Number(value) * 100);
    sums.set(currencyOf(one), [...(sums.get(currencyOf(one)) ?? []), cents]);
  }
  const values = [...sums].map(([currency, list]) => {
    const sum = list.reduce((all, one) => all + one, 0);
    return `${currency} ${(sum / 100 / (what === 'sum' ? 1 : list.length)).toFixed(2)}`;
  });
  return { type: 'totals', values: values.toSorted() };
}

function same(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function spoken(name: string): string {
  return name.replaceAll(/[-_]/g, ' ');
}

function plural(name: string): string {
  const [head = '', ...rest] = name.split(' of ');
  const many = head.endsWith('s')
    ? head
    : /[^aeiou]y$/.test(head)
      ? `${head.slice(0, -1)}ies`
      : `${head}s`;
  return [many, ...rest].join(' of ');
}
