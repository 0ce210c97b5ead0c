import type { PiiType } from '../../../../config/guardrail.ts';
import { findAddresses } from '../../text/addresses.ts';
import type { CharacterRange } from '../../text/character-range.ts';
import { findNames } from './pii-names.ts';

interface FoundPerson {
  readonly type: PiiType;
  readonly range: CharacterRange;
}

const NAME = String.raw`\p{Lu}[\p{L}'’-]+`;
/** A given name, initials and particles between, a family name; the second part may be missing. */
const FULL = String.raw`${NAME}(?:[ \t]+(?:\p{Lu}\.|de|del|della|van|von|der|den|di|da|dos|la|le|bin|al|${NAME})){0,4}`;
/** Terms of address: ISO 20022 (name prefix) and vCard's honorific prefixes in four languages. */
const TITLE = String.raw`(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Madam|Herrn?|Frau|Se[ñn]ora?|Sra?|Don|Do[ñn]a|Monsieur|Madame|Mme|M)\.?`;

const NAMES: readonly RegExp[] = [
  new RegExp(String.raw`(?<![\p{L}])${TITLE}[ \t]+(?<value>${FULL})`, 'gu'),
  // Who says who they are.
  new RegExp(
    String.raw`(?<![\p{L}])(?:[Mm]y name is|[Ii] am called|[Ii]['’]m|[Tt]his is|[Ii]ch hei(?:ß|ss)e|[Mm]ein Name ist|[Mm]e llamo|[Mm]i nombre es|[Jj]e m['’]appelle)[ \t]+(?:${TITLE}[ \t]+)?(?<value>${FULL})`,
    'gu',
  ),
  new RegExp(String.raw`(?<![\p{L}])(?:[Nn]ame|[Nn]ombre):[ \t]*(?<value>${FULL})`, 'gu'),
  // Whom to ask: a telephone may stand there instead.
  new RegExp(
    String.raw`(?<![\p{L}])(?:[Cc]ontact(?: person)?|[Aa]nsprechpartner(?:in)?|[Aa]ttn)\.?:[ \t]*(?<value>${NAME}[ \t]+${FULL})`,
    'gu',
  ),
  new RegExp(
    String.raw`(?:[Dd]ear|[Hh]ello|[Hh]i|[Ll]iebe[r]?|[Ee]stimad[oa]|[Cc]her|[Cc]h[èe]re)[ \t]+(?<value>${FULL})(?=[ \t]*[,!])`,
    'gu',
  ),
  new RegExp(
    String.raw`(?:[Rr]egards|[Ss]incerely|[Gg]r[üu](?:ß|ss)en?|[Ss]aludos),?[ \t]*\n+[ \t]*(?<value>${FULL})`,
    'gu',
  ),
];
/** Who says where somebody lives or where to send something; a number stands in what follows. */
const SAID_ADDRESS =
  /\b(?:address(?:es)?(?:\s+(?:is|to|with|as|of\s+\p{L}+\s+is|to\s+the\s+same))?|adresse(?:\s+(?:ist|lautet))?|direcci[óo]n(?:\s+es)?|liv(?:e|es|ing)\s+at|resid(?:e|es|ing)\s+at|moved\s+to|wohn(?:e|t|haft)\s+in|sent\s+to|ship(?:ped)?\s+to|deliver(?:ed)?\s+to)\s*:?\s+(?<value>(?!(?:set|first|specified|provided|listed|shown|stated|given|indicated|appearing|below|above)\b)(?=[^.?!;\n]{0,60}\d)[^?!;\n]{6,90}?)(?=[?!;\n]|\.\s|\.?$| for this | so | because )/giu;
/** USPS Publication 28, appendix C2: designators of units, with the lines before them. */
const UNIT =
  /(?<=^|\n)[ \t]*(?<value>\d{1,6}[ \t]+\p{L}[^\n,:]{2,50}(?:\n?[ \t]*,?[ \t]*(?:Suite|Apt\.?|Apartment|Unit|Flat|Floor|Room|P\.?O\.?[ \t]Box)[ \t]*#?\d{1,5})+)/giu;
/** Years of age: as a number of years, or as what somebody turned. */
const AGES =
  /(?<![\d.,-])(?<years>1[01]\d|\d{1,2})(?=[ -]?(?:years?|yrs?)?[ -]?(?:old\b|of age\b)|[ ]?y\/?o\b|[ -]?(?:jährig|Jahre alt)|[ ]años de edad)|(?<=\b(?:aged?(?: of)?|age:|(?:I['’]?ll|will|just|he|she|who|to|has|have|had|I) turn(?:ed|s|ing)?|I['’]ll be|im Alter von)[ ])(?<turned>1[01]\d|\d{1,2})(?![\d:/%]|[.,]\d|\s?(?:st|nd|rd|th|days?|months?|%|percent)\b)/giu;

/** Names by title, introduction and lexicon, postal addresses, ages. */
export function* findPersons(text: string): Generator<FoundPerson> {
  for (const { range } of findAddresses(text)) yield { type: 'ADDRESS', range };
  for (const pattern of [SAID_ADDRESS, UNIT]) yield* valuesOf(pattern, 'ADDRESS', text);
  for (const pattern of NAMES) yield* valuesOf(pattern, 'NAME', text);
  for (const range of findNames(text)) yield { type: 'NAME', range };
  for (const { 0: years, index } of text.matchAll(AGES)) {
    yield { type: 'AGE', range: [index, index + years.length] };
  }
}

function* valuesOf(pattern: RegExp, type: PiiType, text: string): Generator<FoundPerson> {
  for (const match of text.matchAll(pattern)) {
    const value = match.groups?.['value'] ?? '';
    const start = match.index + match[0].lastIndexOf(value);
    yield { type, range: [start, start + value.length] };
  }
}
