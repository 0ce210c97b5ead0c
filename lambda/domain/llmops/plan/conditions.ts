import { lazily } from '../../../lazily.ts';
import { findCurrencyMarks } from '../../text/currencies.ts';
import { labelTerms } from '../../text/terms/label-terms.ts';
import type { ComparedValue } from './compared-values.ts';
import type { DocumentFacts } from './document-facts.ts';
import { type NamedValue, samePlaces } from './named-values.ts';
import { indexPhrases, phrasesAt, type Token } from './phrases.ts';
import type { Condition } from './record-query.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A field that a question names, and the token where it does. */
export interface FieldMention {
  readonly name: string;
  readonly at: number;
}

/** Words before a name that say what it does: `from`, `billed to`. */
export const roles = lazily(() =>
  indexPhrases([
    ['seller' as const, labelTerms.seller],
    ['buyer' as const, labelTerms.buyer],
  ]),
);

/** Each bound is about the field named before it, else after it, else the main one of its type. */
export function comparedConditions(
  compared: readonly ComparedValue[],
  mentions: readonly FieldMention[],
  vocabulary: Vocabulary,
): { readonly conditions: readonly Condition[]; readonly used: Set<string> } {
  const used = new Set<string>();
  const conditions = compared.flatMap(({ type, limits, currency, at }): Condition[] => {
    const fits = mentions.filter(({ name }) => isOfType(vocabulary, name, type));
    const field =
      fits.findLast((one) => one.at < at)?.name ??
      fits.find((one) => one.at > at)?.name ??
      mainOf(vocabulary, type);
    if (field === null) return [];
    used.add(field);
    const bounded = limits.map(([comparison, value]) => ({
      fields: [field],
      comparison,
      values: [value],
    }));
    const inCurrency =
      currency === null || vocabulary.currency === null
        ? []
        : [{ fields: [vocabulary.currency], comparison: 'equals' as const, values: [currency] }];
    return [...bounded, ...inCurrency];
  });
  return { conditions, used };
}

/** `in EUR`, away from any amount. */
export function currencyConditions(
  text: string,
  tokens: readonly Token[],
  taken: Set<number>,
  { currency }: Vocabulary,
): readonly Condition[] {
  if (currency === null) return [];
  return findCurrencyMarks(text).flatMap(({ codes, range }) => {
    const at = tokens.findIndex(({ start, end }) => start >= range[0] && end <= range[1]);
    const [code] = codes;
    if (at < 0 || taken.has(at) || code === undefined || codes.length > 1) return [];
    taken.add(at);
    return [{ fields: [currency], comparison: 'equals', values: [code] }];
  });
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
export function namedCondition(
  named: NamedValue,
  about: {
    readonly tokens: readonly Token[];
    readonly documents: readonly DocumentFacts[];
    readonly vocabulary: Vocabulary;
    /** The party field that the question names, where it names one: `whose customer is Acme`. */
    readonly party: string | null;
  },
): readonly Condition[] {
  const { type, values } = named;
  if (type === 'file') return [];
  if (type === 'place') {
    const same = samePlaces(named, about.documents);
    return [{ fields: [...named.fields], comparison: 'equals', values: [...values, ...same] }];
  }
  const said = type === 'party' ? roleOf(named, about.tokens, about.vocabulary) : null;
  const role = type === 'party' ? (said ?? about.party) : null;
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
