import type { Taxonomy } from '../../../../config/schema.ts';
import { FUNCTION_WORDS, stem } from '../../text/words.ts';
import { agreementTerms } from '../../text/terms/agreement-terms.ts';
import { labelTerms } from '../../text/terms/label-terms.ts';
import { titleTerms } from '../../text/terms/title-terms.ts';
import { indexPhrases, isWord, type PhraseIndex, tokensOf } from './phrases.ts';

export type Field = Taxonomy['fields'][number];

/** A category or a field that a phrase names; `own` where it is the taxonomy's own name of it. */
export type Meaning =
  | { readonly kind: 'category'; readonly name: string; readonly own: boolean }
  | { readonly kind: 'field'; readonly name: string; readonly own: boolean }
  /** A clause that a compliance rule wants; `name` is the rule's id. */
  | { readonly kind: 'rule'; readonly name: string; readonly own: boolean };

/** What people may call the taxonomy's categories and fields. */
export interface Vocabulary {
  readonly phrases: PhraseIndex<Meaning>;
  readonly fields: ReadonlyMap<string, Field>;
  /** Stem of a verb or noun that only one field's description has → the field. */
  readonly hints: ReadonlyMap<string, string>;
  /** Who issues (`from`), and who receives (`to`); null where the taxonomy has none. */
  readonly seller: string | null;
  readonly buyer: string | null;
  /** What a bound is about where no field is named. */
  readonly mainAmount: string | null;
  readonly mainDate: string | null;
  readonly currency: string | null;
  /** A document's own number. */
  readonly ownNumber: string | null;
}

/** Words of a name; more are a sentence. */
const LONGEST_NAME = 4;
/** Says of a name what kind of thing it is, not which: `issuer_name`, `due_date`. */
const GENERIC = new Set('name amount number date days code id no value text'.split(' '));

export function vocabularyOf({ categories, fields, complianceRules }: Taxonomy): Vocabulary {
  const lists: (readonly [Meaning, string])[] = [];
  for (const { name, list, own } of categoryNames(categories)) {
    lists.push([{ kind: 'category', name, own }, list]);
  }
  const classes = fieldClasses(fields);
  for (const { name } of fields) {
    lists.push([{ kind: 'field', name, own: true }, ownNames(name).join('|')]);
    const listed = classes.get(name);
    if (listed !== undefined) lists.push([{ kind: 'field', name, own: false }, listed]);
  }
  for (const { id, check } of complianceRules) {
    if (check.kind !== 'clause-present') continue;
    lists.push([{ kind: 'rule', name: id, own: true }, check.anyOf.join('|')]);
  }
  const first = (type: Field['type'], list?: string) =>
    fields.find((field) => field.type === type && (list === undefined || listOf(field) === list));
  const main = (type: Field['type'], ...preferred: readonly string[]) =>
    preferred.map((list) => first(type, list)).find((field) => field !== undefined)?.name ??
    first(type)?.name ??
    null;
  return {
    // `from` names no field.
    phrases: indexPhrases(lists, (words) => words.every((word) => FUNCTION_WORDS.has(word))),
    fields: new Map(fields.map((field) => [field.name, field])),
    hints: hintsOf(fields),
    seller: first('party', labelTerms.seller)?.name ?? null,
    buyer: first('party', labelTerms.buyer)?.name ?? null,
    mainAmount: main('amount', labelTerms['gross-total'], labelTerms['amount-due']),
    mainDate: main('date', labelTerms['issue-date']),
    currency: first('currency')?.name ?? null,
    ownNumber: main('code', labelTerms.number),
  };
}

/** Names of each category: its own, those that documents of its kind bear, and its head noun. */
function* categoryNames(categories: Taxonomy['categories']) {
  const titles = Object.values(titleTerms);
  const headed = new Map<string, Set<string>>();
  for (const { name, description } of categories) {
    const own = name.replaceAll(/[-_]/g, ' ');
    yield { name, own: true, list: own };
    // `Data processing agreement of …` says what it is in its first words, or only tells about it.
    const [first = ''] = description.split(/[:.;]/);
    const said = first.split(' ').length <= LONGEST_NAME ? first : own;
    const listed =
      titles.find((list) => hasTerm(list, own)) ?? titles.find((list) => hasTerm(list, said));
    if (listed !== undefined) yield { name, own: false, list: listed };
    for (const noun of [headOf(own), headOf(said)]) {
      headed.set(noun, (headed.get(noun) ?? new Set()).add(name));
    }
  }
  for (const [noun, names] of headed) {
    // A word that is a category's whole name means that category and no other.
    if (categories.some(({ name }) => name === noun)) continue;
    for (const name of names) yield { name, own: false, list: noun };
  }
}

/** `statement of work` is a statement, a `credit note` a note. */
function headOf(name: string): string {
  const [before = ''] = name.split(' of ');
  return tokensOf(before).at(-1)?.word ?? before;
}

/** The label class of each field that has one for itself. */
function fieldClasses(fields: readonly Field[]): ReadonlyMap<string, string> {
  const listed = fields.map((field) => [field.name, listOf(field)] as const);
  return new Map(
    listed.flatMap(([name, list]) =>
      list === undefined || listed.some(([other, same]) => other !== name && same === list)
        ? []
        : [[name, list] as const],
    ),
  );
}

function listOf({ name, type, description }: Field): string | undefined {
  const lists = [
    ...Object.values(labelTerms),
    agreementTerms['governing-law'],
    agreementTerms.termination,
  ];
  const said = description.split(/[,.;:]/)[0] ?? '';
  const names = [...ownNames(name), ...(type === 'address' ? [] : [said])];
  for (const one of names) {
    const list = lists.find((terms) => hasTerm(terms, one));
    if (list !== undefined && type !== 'address') return list;
  }
  return undefined;
}

/** Its name, then without the words that say its kind: `due date`, `due`. */
function ownNames(name: string): readonly string[] {
  const words = name.split(/[-_]/);
  const particular = words.filter((word) => !GENERIC.has(word));
  return [...new Set([words, particular].map((one) => one.join(' ')))].filter((one) => one !== '');
}

function hasTerm(list: string, phrase: string): boolean {
  const wanted = tokensOf(phrase).map(({ word }) => word);
  return list.split('|').some((term) => {
    const words = tokensOf(term).map(({ word }) => word);
    return (
      words.length === wanted.length &&
      words.every((word, at) => isWord(wanted[at], word) && !term.startsWith('-'))
    );
  });
}

/** Stems of names and descriptions that only one field has: `expire`, `ends`, `credited`. */
function hintsOf(fields: readonly Field[]): ReadonlyMap<string, string> {
  const owners = new Map<string, Set<string>>();
  for (const { name, description } of fields) {
    const own = ownNames(name).at(-1) ?? '';
    for (const { word } of tokensOf(`${own} ${description}`)) {
      if (FUNCTION_WORDS.has(word) || word.length < 3) continue;
      const root = stem(word);
      owners.set(root, (owners.get(root) ?? new Set()).add(name));
    }
  }
  const hints = new Map<string, string>();
  for (const [root, names] of owners) {
    const [name] = names;
    if (names.size === 1 && name !== undefined) hints.set(root, name);
  }
  for (const { name } of fields) hints.set(stem(tokensOf(name)[0]?.word ?? ''), name);
  return hints;
}
