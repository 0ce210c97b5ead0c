import { readAmounts, readDates } from './typed-values.ts';
import { stem, words } from '../text/words.ts';

/** The kind of value that a question asks for; null where a sentence answers it. */
export type ExpectedValue = 'date' | 'amount' | 'duration' | 'code' | 'count' | 'law';

const TYPES: readonly (readonly [ExpectedValue, RegExp])[] = [
  [
    'duration',
    /\bhow (?:many (?:days|months|years|weeks)|long)\b|\bnotice period\b|\bwie (?:lange|viele (?:tage|monate))\b|\bcu[aá]ntos (?:d[ií]as|meses)|\bfrist\b|\bplazo\b|\bpayment terms\b/iu,
  ],
  [
    'date',
    /\bwhen\b|\b(?:what|which|on what) (?:is the )?(?:\w+ ){0,2}dates?\b|\bdue date\b|\b(?:agreement|effective|expir\w+) date\b|\bwann\b|\bdatum\b|\bcu[aá]ndo\b|\bfecha\b|\buntil (?:when|what)\b/iu,
  ],
  [
    'amount',
    /\bhow much\b|\b(?:total|tax|vat|gross|net|invoice|contract) (?:amount|sum|value|price|due)\b|\bwhat (?:is|was) the (?:\w+ ){0,3}(?:total|amount|price|fee|rent|salary|deposit|tax|sum)\b|\bwie ?viel\b|\bbetrag\b|\bcu[aá]nto\b|\bimporte\b/iu,
  ],
  [
    'code',
    /\b(?:what|which) (?:is the |are the )?(?:\w+ ){0,3}(?:number|no\.|reference|id|code)\b|\bnummer\b|\bn[uú]mero\b/iu,
  ],
  [
    'law',
    /\b(?:which|what|whose) (?:\w+ |\/)*laws?\b|\bgoverning law\b|\bwelches recht\b|\bqu[eé] ley\b/iu,
  ],
  ['count', /\bhow many\b|\bwie viele\b|\bcu[aá]nt[oa]s\b/iu],
];

const DURATION =
  /\b(?:\d+|one|two|three|four|five|six|seven|ten|twelve|fifteen|thirty|sixty|ninety|eighteen|twenty|forty[- ]five)(?: ?\(\d+\))?(?: (?:calendar|business|working))?[ -](?:days?|weeks?|months?|years?|tag(?:e|en)?|wochen?|monat(?:e|en)?|jahr(?:e|en)?|d[ií]as?|semanas?|meses|mes|a[nñ]os?)\b/giu;
const CODE = /(?<![\p{L}\d])(?=[\p{L}\d/-]*\d)[\p{L}\d]+(?:[-/][\p{L}\d]+)*(?![\p{L}\d])/gu;
const LAW =
  /\b(?:laws? of (?:the )?(?:State of |Commonwealth of |Republic of )?|Recht(?:s)? (?:der|des|von) |leyes? de )(?<place>(?:the )?\p{Lu}[\p{L}]+(?: (?:of )?(?:and )?\p{Lu}[\p{L}]+)*)/u;

export function expectedValue(question: string): ExpectedValue | null {
  return TYPES.find(([, pattern]) => pattern.test(question))?.[0] ?? null;
}

/** The value of the kind in a sentence, as it is written there: the one nearest after the question's words. */
export function findExpectedValue(
  sentence: string,
  expected: ExpectedValue,
  terms: readonly string[],
): string | null {
  const ranges = rangesOf(sentence, expected);
  if (ranges.length === 0) return null;
  const wanted = new Set(terms);
  const places = [...sentence.matchAll(/[\p{L}\p{N}]+/gu)]
    .filter(([word]) => wanted.has(stem(words(word)[0] ?? '')))
    .map((match) => match.index);
  const distance = ([start]: readonly [number, number]) =>
    Math.min(
      ...places.map((at) => (at < start ? start - at : (at - start) * 2)),
      sentence.length * 2,
    );
  const [best] = [...ranges].sort((a, b) => distance(a) - distance(b) || a[0] - b[0]);
  return best === undefined ? null : sentence.slice(best[0], best[1]);
}

function rangesOf(
  sentence: string,
  expected: ExpectedValue,
): readonly (readonly [number, number])[] {
  switch (expected) {
    case 'date':
      return readDates(sentence).map(({ range }) => range);
    case 'amount': {
      const amounts = readAmounts(sentence).filter((one) => one.cents || one.currency !== null);
      return amounts.map(({ range }) => range);
    }
    case 'duration':
      return [...sentence.matchAll(DURATION)].map((match) => spanOf(match.index, match[0]));
    case 'code':
      return [...sentence.matchAll(CODE)].map((match) => spanOf(match.index, match[0]));
    case 'count':
      return [...sentence.matchAll(/\d[\d.,]*\d|\d/g)].map((match) =>
        spanOf(match.index, match[0]),
      );
    case 'law': {
      const match = LAW.exec(sentence);
      const place = match?.groups?.['place'];
      if (match === null || place === undefined) return [];
      return [spanOf(match.index + match[0].length - place.length, place)];
    }
  }
}

function spanOf(start: number, text: string): readonly [number, number] {
  return [start, start + text.length];
}
