interface Rule {
  readonly name: string;
  readonly pattern: RegExp;
}

/** Verbs and objects stand near one another in an attack, in English, German and Spanish. */
const RULES: readonly Rule[] = [
  {
    name: 'override-instructions',
    pattern:
      /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|rules?|prompts?|guidelines|directions?|polic(?:y|ies)|safeguards)\b/isu,
  },
  {
    name: 'override-instructions',
    pattern:
      /\b(?:ignorier\w*|vergiss|vergessen|missachte\w*|umgeh\w*)\b.{0,40}\b(?:anweisung\w*|regeln?|vorgaben|instruktion\w*|prompts?)/isu,
  },
  {
    name: 'override-instructions',
    pattern:
      /\b(?:ignor[ae]\w*|olvid[ae]\w*|omit[ae]\w*|desobede\w*)(?![\p{L}]).{0,40}\b(?:instrucciones|reglas|normas|indicaciones)/isu,
  },
  {
    name: 'reveal-prompt',
    pattern:
      /\b(?:reveal|show|print|repeat|output|display|tell me|zeige?|gib|muestra|revela|repite)\b.{0,40}\b(?:system\s*-?prompt|systemprompt|initial prompt|hidden (?:prompt|instructions?)|your (?:instructions|prompt|rules)|deine (?:anweisungen|regeln)|(?:tus|sus) instrucciones)/isu,
  },
  {
    name: 'assume-role',
    pattern:
      /\b(?:you are now|from now on,? you|act as (?:an? )?(?:unrestricted|uncensored|jailbroken|evil|dan)|pretend (?:to be|you are)|du bist (?:jetzt|ab sofort)|ahora eres|act[uú]a como si)\b/iu,
  },
  {
    name: 'jailbreak',
    pattern:
      /\b(?:jailbreak|developer mode|do anything now|god mode|no restrictions|without (?:any )?(?:restrictions|filters))\b/iu,
  },
  {
    name: 'forged-delimiter',
    pattern:
      /<\/?(?:system|passages?|instructions?|prompt|assistant)>|\[\/?INST\]|<\|(?:im_start|im_end|system|endoftext)\|>|^[^\S\n]*(?:###[^\S\n]*)?(?:system|assistant)[^\S\n]*:/imu,
  },
  {
    name: 'order-to-reader',
    pattern:
      /\b(?:note|attention|instruction|important|message|hinweis|nota)\b.{0,20}\b(?:to|for|an|para)\b.{0,15}\b(?:ai|assistant|llm|language models?|chatbot|ki|asistente|modelo)\b/isu,
  },
  {
    name: 'order-to-reader',
    pattern:
      /\b(?:ai|language) (?:assistant|model|system)s?\b.{0,40}\b(?:must|should|shall|need to|classify|approve|answer|respond|say)\b/isu,
  },
];

/**
 * Names of the prompt-attack rules that a text trips, each once. Rules, not a model: they know what
 * attacks commonly say in three languages; spaced-out letters and zero-width characters are closed up.
 */
export function findInstructions(text: string): readonly string[] {
  const plain = text.normalize('NFKC').replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '');
  return [...new Set(RULES.filter(({ pattern }) => pattern.test(plain)).map(({ name }) => name))];
}
