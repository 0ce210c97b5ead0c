import type { Taxonomy } from '../../../../config/schema.ts';
import { FUNCTION_WORDS, stem } from '../../text/words.ts';
import { agreementTerms } from '../../text/terms/agreement-terms.ts';
import { labelTerms } from '../../text/terms/label-terms.ts';
import { titleTerms } from '../../text/terms/title-terms.ts';
import { indexPhrases, isWord, type PhraseIndex, tokensOf } from './phrases.ts';
import { QUANTITY } from './wording.ts';

export type Field = Taxonomy['fields'][number];

/** A category or a field that a phrase names; `own` where it is the taxonomy's own name of it. */
export type Meaning =
  | { readonly kind: 'category'; readonly name: string; readonly own: boolean }
  | { readonly kind: 'field'; readonly name: string; readonly own: boolean }
  /** A clause that a compliance rule wants; `name` is the rule's id. */
  | { readonly kind: 'rule'; readonly name: string; readonly own: boolean };

/** Fields that a question means without naming them. */
interface Mains {
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

/** What people may call the taxonomy's categories and fields. */
export interface Vocabulary extends Mains {
  readonly phrases: PhraseIndex<Meaning>;
  readonly fields: ReadonlyMap<string, Field>;
  /** Stem of a verb or noun that only one field's description has → the field. */
  readonly hints: ReadonlyMap<string, string>;
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
  const mains = mainsOf(fields);
  for (const { name, list, own } of fieldNames(fields, mains)) {
    lists.push([{ kind: 'field', name, own }, list]);
  }
  for (const { id, check } of complianceRules) {
    if (check.kind !== 'clause-present') continue;
    lists.push([{ kind: 'rule', name: id, own: true }, check.anyOf.join('|')]);
  }
  return {
    // `from` names no field.
    phrases: indexPhrases(lists, (words) => words.every((word) => FUNCTION_WORDS.has(word))),
    fields: new Map(fields.map((field) => [field.name, field])),
    hints: hintsOf(fields),
    ...mains,
  };
}

/** Which field is the one of its kind that matters most; null where the taxonomy has none. */
function mainsOf(fields: readonly Field[]): Mains {
  const first = (type: Field['type'], list?: string) =>
    fields.find((field) => field.type === type && (list === undefined || listOf(field) === list))
      ?.name ?? null;
  return {
    seller: first('party', labelTerms.seller),
    buyer: first('party', labelTerms.buyer),
    mainAmount:
      first('amount', labelTerms['gross-total']) ??
      first('amount', labelTerms['amount-due']) ??
      first('amount'),
    mainDate: first('date', labelTerms['issue-date']) ?? first('date'),
    currency: first('currency'),
    ownNumber: first('code', labelTerms.number) ?? first('code'),
  };
}

/** Names of each field: its own, and those that documents print beside such a value. */
function* fieldNames(fields: readonly Field[], { mainAmount, mainDate, ownNumber }: Mains) {
  const classes = fieldClasses(fields);
  for (const { name } of fields) {
    yield { name, own: true, list: ownNames(name).join('|') };
    const list = classes.get(name);
    if (list !== undefined) yield { name, own: false, list };
  }
  // What no field is called by falls to the main one of its type.
  const claimed = new Set(classes.values());
  const [place, ...places] = fields.filter(({ type }) => type === 'place');
  const fallen = [
    [mainAmount, labelTerms['gross-total']],
    [mainDate, labelTerms['issue-date']],
    [ownNumber, labelTerms.number],
    [places.length === 0 ? (place?.name ?? null) : null, agreementTerms['governing-law']],
  ] as const;
  for (const [name, list] of fallen) {
    if (name !== null && !claimed.has(list)) yield { name, own: false, list };
  }
  if (mainAmount !== null) yield { name: mainAmount, own: false, list: QUANTITY };
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
