import { encodedWords } from './encoded-text.ts';

export type Judged = 'question' | 'passage' | 'answer';

interface Certain {
  readonly name: string;
  readonly of: readonly Judged[];
  readonly isIn: (text: string) => boolean;
}

/**
 * Turns and roles as the templates of language models and ours mark them (ChatML, Llama 2 and 3,
 * Mistral, Gemma, Claude's legacy form; each in its model card): only a forger writes them in a text.
 */
const DELIMITERS =
  /<\/?(?:system|passages?|instructions?|prompt|assistant|user_?(?:input|query))>|\[\/?(?:INST|SYS)\]|<<\/?SYS>>|<\|[a-z_]{3,24}\|>|<(?:start|end)_of_turn>|\n\n(?:Human|Assistant):|^[ \t]*(?:###[ \t]*)?(?:system|assistant)(?: prompt| message)?[ \t]*:[ \t]*\S/imu;
/** Unicode's tags spell ASCII that nobody sees; only flags of regions use them rightly. */
const TAGS = /(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]{0,8})[\u{e0001}-\u{e007f}]/u;
/** Overrides of direction: the reader sees another order than the model (CVE-2021-42574). */
const OVERRIDES = /[\u202d\u202e]/;
/** Zero-width characters within a word; joiners of Arabic and Indic scripts and of emoji are none. */
const WITHIN_WORD =
  /[\p{Script=Latin}\p{Script=Cyrillic}][\u200b-\u200d\u2060\ufeff][\p{Script=Latin}\p{Script=Cyrillic}]/gu;
/** One may come of a web page; a second is meant. */
const LEAST_WITHIN_WORDS = 2;
/** A heading may be spaced out, a sentence of a question is not. */
const SPACED = /(?:(?<![\p{L}\p{N}])[\p{L}\p{N}] ){9,200}[\p{L}\p{N}](?![\p{L}\p{N}])/u;
/** A note to the machine that reads: what is written for people does not call it (OWASP LLM01, indirect). */
const TO_READER =
  /\b(?:notes?|attention|instructions?|important|messages?|hinweis|achtung|anweisung|nota|atenci[oó]n|aviso|remarque)\b[^.!?]{0,20}\b(?:to|for|an|f[üu]r|para|pour|al?)\b[^.!?]{0,15}\b(?:ai|ais|assistants?|llms?|language models?|chatbots?|ki|sprachmodelle?|asistentes?|ia)\b|\bif you are (?:an? )?(?:ai|llm|(?:large )?language model|assistant|chatbot)\b/iu;
/** An image is fetched without a click: its address carries what it was told to carry. */
const IMAGE =
  /!\[[^\]\n]{0,200}\]\(\s{0,9}<?(?:https?:)?\/\/[^)\s]{1,500}[?&=][^)\s]{0,500}\)|<img\b[^>]{0,300}\bsrc\s{0,9}=\s{0,9}["']?(?:https?:)?\/\/[^>"'\s]{1,500}[?&][^>"'\s]{0,500}/iu;
/** A link with a gap to fill: braces or brackets where the value of a parameter stands. */
const LINK =
  /(?:https?:)?\/\/[\w.-]{1,200}\/?[^\s)"'<>]{0,300}[?&/][\w.-]{0,60}=?(?:\{\{?|\[|<|%7b|\$\{)[\p{L}_ -]{2,60}(?:\}|\]|>|%7d)/iu;

/** What no honest text holds, whatever it says; each by the kind of text that it is certain in. */
const CERTAIN: readonly Certain[] = [
  { name: 'forged-delimiter', of: ['question', 'passage'], isIn: (text) => DELIMITERS.test(text) },
  { name: 'order-to-reader', of: ['passage'], isIn: (text) => TO_READER.test(text) },
  {
    name: 'invisible-characters',
    of: ['question', 'passage', 'answer'],
    isIn: (text) => TAGS.test(text),
  },
  {
    name: 'invisible-characters',
    of: ['question'],
    isIn: (text) =>
      OVERRIDES.test(text) || (text.match(WITHIN_WORD) ?? []).length >= LEAST_WITHIN_WORDS,
  },
  {
    name: 'exfiltrating-image',
    of: ['question', 'passage', 'answer'],
    isIn: (text) => IMAGE.test(text),
  },
  {
    name: 'exfiltrating-link',
    of: ['question', 'passage', 'answer'],
    isIn: (text) => LINK.test(text),
  },
  { name: 'spaced-out-letters', of: ['question'], isIn: (text) => SPACED.test(text) },
  { name: 'encoded-text', of: ['question'], isIn: (text) => encodedWords(text).length > 0 },
];

/** Names of what is certainly an attack in such a text, each once. */
export function certainAttacks(text: string, judged: Judged): readonly string[] {
  const found = CERTAIN.filter(({ of, isIn }) => of.includes(judged) && isIn(text));
  return [...new Set(found.map(({ name }) => name))];
}
