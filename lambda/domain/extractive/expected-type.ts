import { findDurations } from '../text/durations.ts';
import { words } from '../text/words.ts';
import type { ValueType } from './values.ts';

/**
 * Interrogative words of English, German and Spanish (Universal Dependencies, `PronType=Int`) and the
 * type that they alone ask for.
 */
const ASKING = table([
  ['date', 'when wann cuándo'],
  ['party', 'who whom whose wer wen wem quién quiénes'],
  [null, 'what which how where why was welche welcher welches wie wo warum qué cuál cuáles dónde'],
]);
/** `how much`, `how long`; Spanish says it in one word (Universal Dependencies, degree). */
const DEGREES = table([
  ['amount', 'much viel cuánto cuánta'],
  ['duration', 'long lange'],
  [null, 'many viele cuántos cuántas'],
]);
/**
 * Nouns that name a type: the semantic data types of EN 16931-1 in its English and German editions and
 * UNE-EN 16931-1 (amount, identifier, date) and what its business terms of the type are called; for
 * laws, times and parties the entries of IATE, the terminology of the EU's institutions.
 */
const NOUNS = table([
  ['date', 'date dates datum fecha'],
  ['amount', 'amount total price sum tax vat betrag preis summe steuer importe precio impuesto'],
  ['code', 'number identifier reference code nummer kennung número referencia código'],
  ['place', 'law laws recht ley leyes'],
  ['duration', 'period term duration frist laufzeit dauer plazo duración'],
  ['party', 'party company partei firma parte empresa'],
]);
/** Words: a question without an interrogative is a heading (`Payment due date`) when it is short. */
const SHORT = 7;
/** Words after the interrogative: `how many calendar days`, `what is the total amount`. */
const COUNTED_WITHIN = 3;
const NOUN_WITHIN = 6;

/** The type of value that a question asks for; null where a sentence answers it. */
export function expectedType(question: string): ValueType | null {
  const all = words(question);
  const at = all.findIndex((word) => ASKING.has(word) || DEGREES.has(word));
  // A question that begins with its verb is answered by yes or no: by a sentence.
  if (at < 0) return all.length < SHORT ? nounType(all) : null;
  const alone = ASKING.get(all[at] ?? '') ?? DEGREES.get(all[at] ?? '');
  if (alone !== null && alone !== undefined) return alone;
  const rest = all.slice(at + 1);
  const counted = rest
    .slice(0, COUNTED_WITHIN)
    .some((word) => findDurations(`2 ${word}`).length > 0);
  if (counted) return 'duration';
  const degree = DEGREES.get(rest[0] ?? '');
  return degree === undefined ? nounType(rest.slice(0, NOUN_WITHIN)) : degree;
}

/** Whether a word only asks: it does not have to stand in what answers. */
export function onlyAsks(word: string): boolean {
  return ASKING.has(word) || DEGREES.has(word);
}

function nounType(all: readonly string[]): ValueType | null {
  const noun = all.find((word) => NOUNS.has(word));
  return noun === undefined ? null : (NOUNS.get(noun) ?? null);
}

function table(
  rows: readonly (readonly [ValueType | null, string])[],
): ReadonlyMap<string, ValueType | null> {
  return new Map(
    rows.flatMap(([type, names]) => words(names).map((name) => [name, type] as const)),
  );
}
