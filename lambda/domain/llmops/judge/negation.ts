import { sentencesOf } from '../../text/sentences.ts';
import { contentWords, stem, words } from '../../text/words.ts';

/** Words that deny: Polarity=Neg and PronType=Neg of Universal Dependencies in en, de, es, fr; bare of accents. */
const NEGATORS: ReadonlySet<string> = new Set(
  `not no never neither nor none nobody nothing nowhere cannot without nicht kein keine keinem keinen
  keiner keines nie niemals niemand nichts weder ohne nunca jamas ninguno ninguna ningun nadie nada sin
  tampoco ne pas jamais aucun aucune sans`.split(/\s+/),
);
/** What is denied ends at a mark, at a conjunction of contrast and at one that begins anew. */
const CLAUSE =
  /[,;:()]|(?<!\p{L})(?:but|however|although|unless|except|and|sondern|aber|au(?:ß|ss)er|und|sino|pero|salvo|y|mais|sauf|et)(?!\p{L})/giu;
/** NegEx (Chapman et al., J Biomed Inform 2001): a negator reaches five words far; here, of content. */
const REACH = 5;
/** A sentence says the same or the opposite where it shares so much of a claim. */
const LEAST_SHARED = 0.5;
const LEAST_STEMS = 2;
/** Of what two sentences share, so much must be denied in one of them and nothing in the other. */
const LEAST_DENIED = 0.5;

/**
 * Whether a claim denies what its source says or says what its source denies: for one of its sentences
 * the sentence of the source that shares most with it, half of its content words at least, has the other
 * polarity. What no sentence of the source is about is not judged here.
 */
export function contradicts(claim: string, source: string): boolean {
  const sources = sentencesOf(source).map(readPolarity);
  return sentencesOf(claim).some((sentence) => {
    const own = readPolarity(sentence);
    if (own.stems.size < LEAST_STEMS) return false;
    let [agreeing, opposing] = [0, 0];
    for (const other of sources) {
      const shared = [...own.stems].filter((one) => other.stems.has(one));
      if (shared.length < Math.max(LEAST_STEMS, own.stems.size * LEAST_SHARED)) continue;
      if (areOpposite(shared, own, other)) opposing = Math.max(opposing, shared.length);
      else agreeing = Math.max(agreeing, shared.length);
    }
    return opposing > agreeing;
  });
}

interface Polarity {
  readonly stems: ReadonlySet<string>;
  /** Those that stand in the reach of a negator. */
  readonly denied: ReadonlySet<string>;
}

function areOpposite(shared: readonly string[], own: Polarity, other: Polarity): boolean {
  const [here, there] = [own, other].map(
    ({ denied }) => shared.filter((one) => denied.has(one)).length,
  );
  if (here === undefined || there === undefined || here * there > 0) return false;
  return here + there >= shared.length * LEAST_DENIED;
}

function readPolarity(sentence: string): Polarity {
  const written = sentence.replace(/n['’]t\b/giu, ' not');
  const denied = new Set<string>();
  for (const clause of written.split(CLAUSE)) {
    const all = words(clause);
    for (const [at, word] of all.entries()) {
      if (!NEGATORS.has(word)) continue;
      // German denies behind its verb: the word before counts too.
      const before = contentWords(all.slice(0, at).join(' ')).slice(-1);
      const after = contentWords(all.slice(at + 1).join(' ')).slice(0, REACH);
      for (const one of [...before, ...after]) denied.add(stem(one));
    }
  }
  const stems = contentWords(written)
    .filter((word) => !NEGATORS.has(word))
    .map(stem);
  return { stems: new Set(stems), denied };
}
