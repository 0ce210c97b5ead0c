export interface DeniedTopic {
  readonly name: string;
  readonly definition: string;
  readonly examples: readonly string[];
}

/** Cosine of word pairs above which a question counts as the topic's example. */
const LEAST_SIMILARITY = 0.6;

/** Who asks for advice in its own case says so; asking what a document states is not advice. */
const ADVICE =
  /\b(?:should (?:i|we|my|our)|(?:is it|would it be) (?:legal|lawful|wise|smart)|can (?:i|we) (?:legally|sue)|do you (?:recommend|advise)|(?:sollen?|sollten?) (?:ich|wir)|deber[ií]a(?:mos)?|what would you do)\b/iu;
const SUBJECTS: Readonly<Record<string, RegExp>> = {
  'specific-legal-advice':
    /\b(?:sue|suing|lawsuit|court|break|breach|sign|terminate|legal|lawful|liable|klagen?|verklagen|unterschreiben|k[uü]ndigen|demandar|firmar)\b/iu,
  'specific-financial-advice':
    /\b(?:invest|shares?|stocks?|bonds?|crypto|buy|sell|portfolio|investieren|aktien|kaufen|verkaufen|invertir|acciones|comprar|vender)\b/iu,
};

/**
 * The denied topics that a question is about: advice words with the topic's subject, or words much
 * like one of the topic's examples.
 */
export function findTopics(text: string, topics: readonly DeniedTopic[]): readonly string[] {
  const asked = pairs(text);
  return topics
    .filter(({ name, examples }) => {
      if (ADVICE.test(text) && SUBJECTS[name]?.test(text) === true) return true;
      return examples.some((example) => cosine(asked, pairs(example)) >= LEAST_SIMILARITY);
    })
    .map(({ name }) => name);
}

function pairs(text: string): ReadonlySet<string> {
  const list = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return new Set(list.flatMap((word, at) => [word, `${word} ${list[at + 1] ?? ''}`]));
}

function cosine(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const one of a) if (b.has(one)) shared += 1;
  return a.size === 0 || b.size === 0 ? 0 : shared / Math.sqrt(a.size * b.size);
}
