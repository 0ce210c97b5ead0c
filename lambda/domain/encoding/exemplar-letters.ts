/** Letters beyond a to z of one language; those of other scripts the most frequent first. */
export interface LanguageLetters {
  readonly letters: string;
  readonly byFrequency: boolean;
}

/**
 * Languages that single-byte encodings were made for: CLDR's main exemplar characters
 * (common/main, `exemplarCharacters`), and for Romanian the forms with a cedilla, which those
 * encodings have instead.
 */
const LATIN: readonly string[] = [
  'äöüß', // German
  'àâæçèéêëîïôœùûüÿ', // French
  'áéíñóúü', // Spanish
  'àèéìîòóù', // Italian
  'áâãàçéêíóôõúü', // Portuguese
  'áäéëíïóöúü', // Dutch
  'æøåéà', // Danish, Norwegian
  'åäöéà', // Swedish, Finnish
  'áðéíóúýþæö', // Icelandic
  'àçèéíïòóúü', // Catalan
  'äõöüšž', // Estonian
  'çë', // Albanian
  'ąćęłńóśźż', // Polish
  'áčďéěíňóřšťúůýž', // Czech
  'áäčďéíĺľňóôŕšťúýž', // Slovak
  'áéíóöőúüű', // Hungarian
  'ăâîşţșț', // Romanian
  'čćđšž', // Croatian, Slovene, Bosnian
  'çğıöşüiâ', // Turkish
  'ąčęėįšųūž', // Lithuanian
  'āčēģīķļņšūž', // Latvian
  'ċġħż', // Maltese
  'ĉĝĥĵŝŭ', // Esperanto
  'ạảãàáâậầấẩẫăắằặẳẵđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ', // Vietnamese
];
/** The same letters, in the order of their frequency in running text (national corpora). */
const OTHERS: readonly string[] = [
  'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё', // Russian
  'оанивіертслкудмпяьзгйбчхцїюжщєфшґ', // Ukrainian
  'аоніраелтсыкдувмпяьцзйгчшжбхёюўэф', // Belarusian
  'аоиентрсвлдкпмязъугчбжйщцхшюфь', // Bulgarian
  'аоиенрсјтукдвмплзгбчшцжњхћђљфџ', // Serbian
  'аоиентрсвлкдпмујзгбчшцжќњхѓџфљѕ', // Macedonian
  'αοιετσνηυρπκμλςίόάέγδωήχθύφώβξζψϊϋΐΰ', // Greek
  'יוהלארמתבשנעדחקפגטצםןכךסזףץ', // Hebrew
  'اليمنورتبةعدفسكحقهجأشصطخضىئءذزثغؤظآإًٌٍَُِّْ', // Arabic
  'ایردنهموتبسشکزگعخفقجحپلچصطضغذآئظثژ', // Persian
  'านรกอเงมยลวดทส่้ตะีคปิบหัแจ์พชขใไื็โุูถซึธณศผฟญฐฉภๆษฝฬๅฎฑฒฌฆฏฮ๊๋ฤำ', // Thai
];

export const LANGUAGE_LETTERS: readonly LanguageLetters[] = [
  ...LATIN.map((letters) => ({ letters, byFrequency: false })),
  ...OTHERS.map((letters) => ({ letters, byFrequency: true })),
];
