import type { FoundField } from './extractive-extraction.ts';

const CAPITALISED = String.raw`\p{Lu}[\p{L}]+(?: (?:of )?\p{Lu}[\p{L}]+){0,2}`;
const OFFICE =
  '(?:the )?(?:(?:state|commonwealth|province|federal republic|republic|kingdom|country) of )?(?:the )?';
/** The place after "laws of", and the forms that other languages use. */
const LAWS: readonly RegExp[] = [
  new RegExp(
    `\\b[Ll]aws?\\s+(?:in force )?(?:of|in)\\s+${OFFICE.replace(/[a-z]/g, (c) => `[${c}${c.toUpperCase()}]`)}(?<place>${CAPITALISED})`,
    'gu',
  ),
  new RegExp(`\\b(?:the )?(?<place>${CAPITALISED}) (?:state )?law\\b`, 'gu'),
  new RegExp(`\\bRecht (?:der |des |von )?(?<place>${CAPITALISED})`, 'gu'),
  /\b(?<place>deutsch|schweizerisch|österreichisch|spanisch|französisch)(?:e[mns]|es) Recht/giu,
  new RegExp(
    `\\b(?:[Ll]eyes|[Ll]egislaci[oó]n|[Dd]erecho) (?:de |del )?(?:la |el )?(?<place>${CAPITALISED}|español|mexicano)`,
    'gu',
  ),
];
const GOVERNING =
  /govern|constru|interpret|subject to|appl(?:y|ies)|unterlieg|gilt|maßgeb|anwendbar|rige|regir|aplicable/i;
const ADJECTIVES: Readonly<Record<string, string>> = {
  deutsch: 'Germany',
  german: 'Germany',
  schweizerisch: 'Switzerland',
  swiss: 'Switzerland',
  österreichisch: 'Austria',
  austrian: 'Austria',
  spanisch: 'Spain',
  spanish: 'Spain',
  español: 'Spain',
  mexicano: 'Mexico',
  französisch: 'France',
  french: 'France',
  english: 'England',
};
const NO_PLACE =
  /^(?:State|Party|Parties|Agreement|Governing|Applicable|This|The|United Nations|Conflicts?|Such)\b/i;

/** The place whose law governs, in the sentence that says so; null where none does. */
export function findGoverningLaw(text: string): FoundField | null {
  const plain = text.replace(/(?<![A-Z])[A-Z]{4,}(?:[\s,]+[A-Z]{2,})+/g, titled);
  for (const pattern of LAWS) {
    for (const match of plain.matchAll(pattern)) {
      const around = plain.slice(
        Math.max(0, match.index - 160),
        match.index + match[0].length + 40,
      );
      const written = match.groups?.['place']?.replace(/ (?:State|Law|Laws|And)$/, '') ?? '';
      if (written === '' || NO_PLACE.test(written) || !GOVERNING.test(around)) continue;
      const at = plain.indexOf(written, match.index);
      const quote = text.slice(at, at + written.length);
      const value = ADJECTIVES[written.toLowerCase()] ?? written;
      return { value, confidence: 0.85, quote };
    }
  }
  return null;
}

/** Clauses in capitals read as others do; the length stays. */
function titled(capitals: string): string {
  return capitals.replace(/[A-Z]+/g, (word) =>
    /^(?:OF|THE|AND|IN|BY|WITH|TO|LAWS?|STATE|COMMONWEALTH|PROVINCE)$/.test(word)
      ? word.toLowerCase()
      : word.charAt(0) + word.slice(1).toLowerCase(),
  );
}
