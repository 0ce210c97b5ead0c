/** Words of a text in order: lower case, without diacritics; letters and digits of any script. */
export function words(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Words that carry content: not function words of English, German or Spanish. */
export function contentWords(text: string): string[] {
  return words(text).filter((word) => !FUNCTION_WORDS.has(word));
}

/**
 * A crude stem for comparing words of a question with those of a passage: plural and verb endings, the
 * commonest of Snowball's English ones.
 */
export function stem(word: string): string {
  if (word.length <= 3 || /\d/.test(word)) return word;
  if (word.length === 4) return word.replace(/s$/, '');
  return word
    .replace(/(?:ations?|ating|ated|ates|ate)$/, 'at')
    .replace(/(?:ments?|ings?|ies|ied|ed|es|s|y|e)$/, '');
}

/**
 * Cosine and overlap measures count these as nothing: the stop lists of Snowball (English, German,
 * Spanish) and words of closed classes in Universal Dependencies (ADP, AUX, CCONJ, DET, PRON, SCONJ).
 */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a about above after again all also am an and any are as at be because been before being below
  between both but by can could did do does doing down during each few for from further had has have
  having he her here hers him his how i if in into is it its itself just may me might more most must
  my no nor not now of off on once only or other our out over own per same shall she should so some
  such than that the their theirs them then there these they this those through to too under until up
  upon us very was we were what when where which while who whom whose why will with within would you
  your aber als am an auch auf aus bei das dem den der des die durch ein eine einem einen einer eines
  er es fur hat ich ihr im in ist mit nach nicht oder sich sie sind und uber um von vom war was wie
  wird zu zum zur al como con cual cuando de del donde el ella en entre es esta este la las lo los no
  o para pero por que se ser sin sobre son su sus un una y`.split(/\s+/),
);
