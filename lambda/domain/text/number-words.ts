/**
 * Cardinal numbers up to 999 as words in seven languages, and English ordinals up to 31, by the rules
 * of Unicode CLDR's spell-out (common/rbnf, `spellout-cardinal` and `spellout-ordinal`).
 */
interface Spelling {
  /** 0 to 19, then the tens from 20. Variants of one number stand between slashes. */
  readonly units: string;
  readonly tens: string;
  /** Tens and units as the language joins them; hyphens and blanks do not matter when reading. */
  readonly join: (tens: string, unit: string) => readonly string[];
}

const SPELLINGS: readonly Spelling[] = [
  {
    units:
      'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    tens: 'twenty thirty forty/fourty fifty sixty seventy eighty ninety',
    join: (tens, unit) => [tens + unit],
  },
  {
    units:
      'null eins/ein/eine/einem/einen/einer/eines zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
    tens: 'zwanzig dreißig/dreissig vierzig fünfzig sechzig siebzig achtzig neunzig',
    join: (tens, unit) => (unit === 'eins' ? [] : [`${unit}und${tens}`]),
  },
  {
    units:
      'cero uno/un/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve',
    tens: 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
    join: (tens, unit) => (tens === 'veinte' ? [`veinti${unit}`] : [`${tens}y${unit}`]),
  },
  {
    units:
      'zéro un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dixsept dixhuit dixneuf',
    tens: 'vingt/vingts trente quarante cinquante soixante soixantedix/septante quatrevingts/quatrevingt/huitante quatrevingtdix/nonante',
    join: (tens, unit) => [tens + unit, `${tens}et${unit}`],
  },
  {
    units:
      'zero uno/un/una due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove',
    tens: 'venti trenta quaranta cinquanta sessanta settanta ottanta novanta',
    join: (tens, unit) => [/^[ou]/.test(unit) ? tens.slice(0, -1) + unit : tens + unit],
  },
  {
    units:
      'nul één/een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien',
    tens: 'twintig dertig veertig vijftig zestig zeventig tachtig negentig',
    join: (tens, unit) => [`${unit}en${tens}`],
  },
  {
    units:
      'zero um/uma dois/duas três quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze quinze dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove',
    tens: 'vinte trinta quarenta cinquenta sessenta setenta oitenta noventa',
    join: (tens, unit) => [`${tens}e${unit}`],
  },
];
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
/** Longest first: `cientos` begins with `cien`. */
const HUNDREDS = 'hundred hundert honderd cientos ciento cien centos cento cents cent cem'.split(
  ' ',
);

const cardinals = new Map<string, number>();
const ordinals = new Map<string, number>();

/** `ninety`, `forty-five`, `one hundred and eighty`, `fünfundvierzig`: the number, else null. */
export function readNumberWords(text: string): number | null {
  if (cardinals.size === 0) fillCardinals();
  const key = keyOf(text);
  const small = cardinals.get(key);
  if (small !== undefined) return small;
  for (const hundred of HUNDREDS) {
    const at = key.indexOf(hundred);
    if (at < 0) continue;
    const rest = key.slice(at + hundred.length);
    const count = at === 0 ? 1 : cardinals.get(key.slice(0, at));
    const added =
      rest === '' ? 0 : (cardinals.get(rest) ?? cardinals.get(rest.replace(/^(?:and|et|y|e)/, '')));
    if (count !== undefined && count > 0 && count < 10 && added !== undefined) {
      return count * 100 + added;
    }
  }
  return null;
}

/** `fifth`, `twenty-first`: the day of a month, else null. */
export function readOrdinalWords(text: string): number | null {
  if (ordinals.size === 0) fillOrdinals();
  return ordinals.get(keyOf(text)) ?? null;
}

function fillCardinals(): void {
  for (const { units, tens, join } of SPELLINGS) {
    const small = units.split(' ').map((word) => word.split('/'));
    for (const [value, words] of small.entries())
      for (const word of words) add(cardinals, word, value);
    for (const [index, written] of tens.split(' ').entries()) {
      for (const ten of written.split('/')) {
        add(cardinals, ten, 20 + index * 10);
        for (let unit = 1; unit < (isVigesimal(ten) ? 20 : 10); unit += 1) {
          const joined = (small[unit] ?? []).flatMap((word) => join(ten, word));
          for (const word of joined) add(cardinals, word, 20 + index * 10 + unit);
        }
      }
    }
  }
}

/** French counts on from sixty and from eighty: soixante et onze, quatre-vingt-douze. */
function isVigesimal(tens: string): boolean {
  return tens === 'soixante' || tens === 'quatrevingt';
}

function fillOrdinals(): void {
  for (const [index, word] of ORDINALS.entries()) {
    add(ordinals, word, index + 1);
    if (index < 9) add(ordinals, `twenty${word}`, 21 + index);
  }
  add(ordinals, 'thirtieth', 30);
  add(ordinals, 'thirtyfirst', 31);
}

function add(to: Map<string, number>, word: string, value: number): void {
  const key = keyOf(word);
  if (!to.has(key)) to.set(key, value);
}

function keyOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}\s-]+/gu, '')
    .toLowerCase();
}
