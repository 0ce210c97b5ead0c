import { readNumberWords } from '../../text/number-words.ts';
import { FUNCTION_WORDS, stem } from '../../text/words.ts';
import { comparedValues } from './compared-values.ts';
import {
  comparedConditions,
  currencyConditions,
  type FieldMention,
  namedCondition,
  roles,
} from './conditions.ts';
import type { DocumentFacts } from './document-facts.ts';
import { type NamedValue, namedValues, unknownParty } from './named-values.ts';
import { findPhrases, type FoundPhrase, positionsOf, type Token, tokensOf } from './phrases.ts';
import type { Condition } from './record-query.ts';
import type { Meaning, Vocabulary } from './vocabulary.ts';
import { type Asking, asking, bounds, collective, follows, plain, smallTalk } from './wording.ts';

const PRONOUNS: ReadonlySet<string> = new Set(
  'it its they them their those these davon deren dessen diese dieser diesen ellos ellas estos estas'.split(
    ' ',
  ),
);
const RANKINGS: ReadonlySet<Asking> = new Set(['largest', 'smallest', 'latest', 'earliest']);

/** All that the words of a question mean to the taxonomy and to the documents. */
export interface ReadQuestion {
  readonly isSmallTalk: boolean;
  /** It begins as one that goes on, or speaks of what was named before. */
  readonly isFollowUp: boolean;
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
  /** How many a ranking is to show. */
  readonly limit: number;
  /** Words that mean nothing: what they ask for is not known. */
  readonly unclear: readonly string[];
}

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
  for (const one of asks) if (one.meaning !== 'except') take(positionsOf(one));
  const limit = limitBeside(asks, tokens, taken);
  const exceptions = new Set(
    asks.flatMap((one) => (one.meaning === 'except' ? positionsOf(one) : [])),
  );
  const hints = hintedFields(tokens, taken, vocabulary);
  const mentions = meanings.flatMap(({ meaning, at }) =>
    meaning.kind === 'field' ? [{ name: meaning.name, at }] : [],
  );
  const { conditions, used } = comparedConditions(compared, [...mentions, ...hints], vocabulary);
  const collectives = findPhrases(collective(), tokens);
  for (const one of [plain(), collective(), bounds(), roles()]) {
    for (const phrase of findPhrases<unknown>(one, tokens, taken)) take(positionsOf(phrase));
  }
  const isParty = ({ name }: FieldMention) => vocabulary.fields.get(name)?.type === 'party';
  const parties = mentions.filter(isParty);
  const names = named.filter(({ type }) => type === 'party');
  const party = parties.length === 1 && names.length === 1 ? (parties[0]?.name ?? null) : null;
  if (party !== null) used.add(party);
  const all = [
    ...currencyConditions(text, tokens, taken, vocabulary),
    ...named.flatMap((one) => namedCondition(one, { tokens, documents, vocabulary, party })),
    ...conditions,
  ];
  // `issued by Acme` asks for no field: the verb belongs to the condition.
  const hinted = all.length === 0 || named.some(({ type }) => type === 'file' || type === 'code');
  const mine = mentions.length > 0 || !hinted ? mentions : hints;
  const categories = meanings.filter(({ meaning }) => meaning.kind === 'category');
  return {
    isFollowUp: isFollowUp(tokens),
    isSmallTalk: findPhrases(smallTalk(), tokens).some(({ length }) => length >= tokens.length - 2),
    asks: new Map(asks.toReversed().map(({ meaning, at }) => [meaning, at])),
    named,
    categories: [...new Set(categories.map(({ meaning }) => meaning.name))],
    isOfMany: collectives.length > 0 || categories.some(({ isInflected }) => isInflected),
    fields: mine.filter(({ name }) => !used.has(name)),
    conditions: all,
    limit,
    rules: meanings.flatMap(({ meaning }) => (meaning.kind === 'rule' ? [meaning.name] : [])),
    unclear: [
      ...(stranger === null ? [] : [stranger]),
      ...tokens.flatMap(({ word }, at) =>
        taken.has(at) || (FUNCTION_WORDS.has(word) && !exceptions.has(at)) ? [] : [word],
      ),
    ],
  };
}

/** `and …` joins within a question; at its beginning it joins to the one before. */
function isFollowUp(tokens: readonly Token[]): boolean {
  return findPhrases(follows(), tokens).some(
    ({ at, length }) => at === 0 || (length === 1 && PRONOUNS.has(tokens[at]?.word ?? '')),
  );
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

/** The number beside a superlative: `the three largest`, `top 5`. */
function limitBeside(
  asks: readonly FoundPhrase<Asking>[],
  tokens: readonly Token[],
  taken: Set<number>,
): number {
  const ranking = asks.find(({ meaning }) => RANKINGS.has(meaning));
  if (ranking === undefined) return 1;
  for (const at of [ranking.at - 1, ranking.at + ranking.length]) {
    const word = tokens[at]?.word ?? '';
    const number = /^\d{1,3}$/.test(word) ? Number(word) : readNumberWords(word);
    if (number === null || number < 1 || taken.has(at)) continue;
    taken.add(at);
    return number;
  }
  return 1;
}
