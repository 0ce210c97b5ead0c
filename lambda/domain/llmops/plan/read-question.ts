import { labelTerms } from '../../text/terms/label-terms.ts';
import { lazily } from '../../../lazily.ts';
import { FUNCTION_WORDS, stem } from '../../text/words.ts';
import { comparedValues, type ComparedValue } from './compared-values.ts';
import type { DocumentFacts } from './document-facts.ts';
import { type NamedValue, namedValues, samePlaces, unknownParty } from './named-values.ts';
import {
  findPhrases,
  type FoundPhrase,
  indexPhrases,
  phrasesAt,
  positionsOf,
  type Token,
  tokensOf,
} from './phrases.ts';
import type { Condition } from './record-query.ts';
import type { Meaning, Vocabulary } from './vocabulary.ts';
import { type Asking, asking, bounds, collective, plain, smallTalk } from './wording.ts';

export interface FieldMention {
  readonly name: string;
  readonly at: number;
}
/** All that the words of a question mean to the taxonomy and to the documents. */
export interface ReadQuestion {
  readonly isSmallTalk: boolean;
  /** What it asks to do, and where it says so. */
  readonly asks: ReadonlyMap<Asking, number>;
  readonly named: readonly NamedValue[];
  readonly categories: readonly string[];
  /** It speaks of documents in the plural. */
  readonly isOfMany: boolean;
  /** Fields that it names and no condition uses, in order. */
  readonly fields: readonly FieldMention[];
  readonly conditions: readonly Condition[];
  readonly rules: readonly string[];
  /** Words that mean nothing: what they ask for is not known. */
  readonly unclear: readonly string[];
}

const roles = lazily(() =>
  indexPhrases([
    ['seller' as const, labelTerms.seller],
    ['buyer' as const, labelTerms.buyer],
  ]),
);

export function readQuestion(
  question: string,
  documents: readonly DocumentFacts[],
  vocabulary: Vocabulary,
): ReadQuestion {
  const text = question.normalize('NFC');
  const tokens = tokensOf(text);
  const taken = new Set<number>();
  const take = (positions: readonly number[]) => positions.forEach((one) => taken.add(one));
  const named = namedValues(tokens, documents, vocabulary);
  for (const one of named) take(one.tokens);
  const stranger = unknownParty(text, tokens, taken);
  const compared = comparedValues(text, tokens, taken);
  for (const one of compared) take(one.tokens);
  const meanings = chosen(findPhrases(vocabulary.phrases, tokens, taken));
  for (const one of meanings) take(positionsOf(one));
  const asks = findPhrases(asking(), tokens, taken);
  for (const one of asks) take(positionsOf(one));
  const hints = hintedFields(tokens, taken, vocabulary);
  const mentions = meanings.flatMap(({ meaning, at }) =>
    meaning.kind === 'field' ? [{ name: meaning.name, at }] : [],
  );
  const { conditions, used } = comparedConditions(compared, [...mentions, ...hints], vocabulary);
  const collectives = findPhrases(collective(), tokens);
  for (const one of [plain(), collective(), bounds(), roles()]) {
    for (const phrase of findPhrases<unknown>(one, tokens, taken)) take(positionsOf(phrase));
  }
  const all = [
    ...named.flatMap((one) => namedCondition(one, { tokens, documents, vocabulary })),
    ...conditions,
  ];
  // `issued by Acme` asks for no field: the verb belongs to the condition.
  const hinted = all.length === 0 || named.some(({ type }) => type === 'file' || type === 'code');
  const mine = mentions.length > 0 || !hinted ? mentions : hints;
  const categories = meanings.filter(({ meaning }) => meaning.kind === 'category');
  return {
    isSmallTalk: findPhrases(smallTalk(), tokens).some(({ length }) => length >= tokens.length - 2),
    asks: new Map(asks.toReversed().map(({ meaning, at }) => [meaning, at])),
    named,
    categories: [...new Set(categories.map(({ meaning }) => meaning.name))],
    isOfMany: collectives.length > 0 || categories.some(({ isInflected }) => isInflected),
    fields: mine.filter(({ name }) => !used.has(name)),
    conditions: all,
    rules: meanings.flatMap(({ meaning }) => (meaning.kind === 'rule' ? [meaning.name] : [])),
    unclear: [
      ...(stranger === null ? [] : [stranger]),
      ...tokens.flatMap(({ word }, at) =>
        taken.has(at) || FUNCTION_WORDS.has(word) ? [] : [word],
      ),
    ],
  };
}

/** Where several meanings share a place, the taxonomy's own name of one, and a category before a field. */
function chosen(found: readonly FoundPhrase<Meaning>[]): readonly FoundPhrase<Meaning>[] {
  return found.filter(({ meaning, at }) => {
    const rivals = found.filter((other) => other.at === at).map((other) => other.meaning);
    const own = rivals.filter((rival) => rival.own);
    const kept = own.length > 0 ? own : rivals;
    const kinds = (['rule', 'category', 'field'] as const).filter((kind) =>
      kept.some((rival) => rival.kind === kind),
    );
    return kept.includes(meaning) && meaning.kind === kinds[0];
  });
}

/** Fields that a verb or noun of their descriptions points at, where no other word claims it. */
function hintedFields(
  tokens: readonly Token[],
  taken: Set<number>,
  { hints }: Vocabulary,
): readonly FieldMention[] {
  return tokens.flatMap(({ word }, at) => {
    const name = taken.has(at) || FUNCTION_WORDS.has(word) ? undefined : hints.get(stem(word));
    if (name === undefined) return [];
    taken.add(at);
    return [{ name, at }];
  });
}

/** Each bound is about the field named before it, else after it, else the main one of its type. */
function comparedConditions(
  compared: readonly ComparedValue[],
  mentions: readonly FieldMention[],
  vocabulary: Vocabulary,
): { readonly conditions: readonly Condition[]; readonly used: ReadonlySet<string> } {
  const used = new Set<string>();
  const conditions = compared.flatMap(({ type, limits, currency, at }): Condition[] => {
    const fits = mentions.filter(({ name }) => isOfType(vocabulary, name, type));
    const field =
      fits.findLast((one) => one.at < at)?.name ??
      fits.find((one) => one.at > at)?.name ??
      mainOf(vocabulary, type);
    if (field === null) return [];
    used.add(field);
    const bounded = limits.map(([comparison, value]) => ({ fields: [field], comparison, values: [value] }));
    const inCurrency = currency === null || vocabulary.currency === null ? [] : [
      { fields: [vocabulary.currency], comparison: 'equals' as const, values: [currency] },
    ];
    return [...bounded, ...inCurrency];
  });
  return { conditions, used };
}

function isOfType({ fields }: Vocabulary, name: string, type: ComparedValue['type']): boolean {
  const given = fields.get(name)?.type;
  return type === 'duration' ? given === 'duration' || given === 'integer' : given === type;
}

function mainOf(vocabulary: Vocabulary, type: ComparedValue['type']): string | null {
  if (type === 'amount') return vocabulary.mainAmount;
  if (type === 'date') return vocabulary.mainDate;
  const durations = [...vocabulary.fields.values()].filter((field) => field.type === 'duration');
  return durations.length === 1 ? (durations[0]?.name ?? null) : null;
}

/** Numbers and files name documents: they are no conditions, unless another field holds them too. */
function namedCondition(
  named: NamedValue,
  about: {
    readonly tokens: readonly Token[];
    readonly documents: readonly DocumentFacts[];
    readonly vocabulary: Vocabulary;
  },
): readonly Condition[] {
  const { type, values } = named;
  if (type === 'file') return [];
  if (type === 'place') {
    const same = samePlaces(named, about.documents);
    return [{ fields: [...named.fields], comparison: 'equals', values: [...values, ...same] }];
  }
  const role = type === 'party' ? roleOf(named, about.tokens, about.vocabulary) : null;
  const fields = role === null ? [...named.fields] : [role];
  return [{ fields, comparison: 'equals', values: [...values] }];
}

/** The field of who issues or receives, by the words before a name: `from`, `billed to`. */
function roleOf(
  { at }: NamedValue,
  tokens: readonly Token[],
  { seller, buyer }: Vocabulary,
): string | null {
  for (let length = 3; length >= 1; length -= 1) {
    const phrase = phrasesAt(roles(), tokens, at - length).find((one) => one.length === length);
    if (phrase !== undefined) return phrase.meaning === 'seller' ? seller : buyer;
  }
  return null;
}
