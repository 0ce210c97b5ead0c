import { isSpacedOut, legible } from './legible-text.ts';

interface Sign {
  readonly name: string;
  readonly pattern: RegExp;
}

/**
 * The kinds of OWASP's LLM01:2025 and its LLM Prompt Injection Prevention Cheat Sheet (override,
 * role, extraction, forged context, obfuscation), each as the verbs and objects that a dictionary
 * gives for it in English, German, Spanish, French, Italian, Portuguese, Dutch, Serbo-Croatian,
 * Russian and Chinese. A sign alone proves nothing: how much each counts is learned.
 */
const IGNORE =
  "do(?: not|n'?t) (?:follow|obey|listen|answer|look|use)|h[oö]r\\p{L}* nicht|befolg\\p{L}* nicht|no (?:sigas|obedezcas|respondas)|ne (?:suis|r[ée]ponds) pas|" +
  'ignor\\p{L}*|disregard\\p{L}*|forget|forgets|forgot|forgetting|overrid\\p{L}*|bypass\\p{L}*|neglect|drop|abandon|vergiss|vergessen|vergesst|missacht\\p{L}*|umgeh\\p{L}*|olvid\\p{L}*|omit\\p{L}*|desobede\\p{L}*|oubli\\p{L}*|dimentica\\p{L}*|esque[cç]\\p{L}*|negeer\\p{L}*|vergeet|zaborav\\p{L}*|ignorir\\p{L}*|забуд\\p{L}*|игнорир\\p{L}*|忽略|忘记|无视';
const RULE =
  'instruc\\p{L}*|rules?|prompts?|guidelines?|directions?|directives?|orders?|commands?|assignments?|tasks?|polic(?:y|ies)|safeguards?|context|anweisung\\p{L}*|befehl\\p{L}*|regeln?|vorgaben?|instruktion\\p{L}*|aufgaben?|reglas|normas|indicaciones|[óo]rdenes|consignes?|r[èe]gles|istruzioni|regole|regras|instrukcij\\p{L}*|upute|инструкц\\p{L}*|правил\\p{L}*|指令|指示|规则|说明';
const BEFORE =
  'everything|anything|all|above|(?:the |this |these |your )?(?:documents?|articles?|texts?|information|knowledge)|previous\\p{L}*|before|davor|zuvor|bisher\\p{L}*|alles?|obige\\p{L}*|vorherige\\p{L}*|todo|anterior\\p{L}*|tout\\p{L}*|pr[ée]c[ée]dent\\p{L}*|tutt[oie]|prethodn\\p{L}*|все|всё|之前|上面|以上';
const words = (list: string) => `(?<![\\p{L}\\p{N}])(?:${list})(?![\\p{L}])`;
const sign = (name: string, source: string): Sign => ({ name, pattern: new RegExp(source, 'iu') });
const HAN = '(?:忽略|忘记|无视).{0,20}(?:指令|指示|规则|说明|之前|上面|以上)';

const SIGNS: readonly Sign[] = [
  sign('override-instructions', `${words(IGNORE)}[^.!?]{0,40}${words(RULE)}|${HAN}`),
  sign('override-context', `${words(IGNORE)}[^.!?]{0,25}${words(BEFORE)}`),
  sign(
    'reveal-prompt',
    `${words('reveal|shows?|print|repeat|output|display|tell|return|give|spell|zeigen?|gib|druck\\p{L}*|wiederhol\\p{L}*|pr[üu]f\\p{L}*|muestra|revela|repite|montre|affiche|r[ée]p[èe]te|mostra|ripeti')}[^.!?]{0,60}${words('(?:system)?-?\\s?prompts?|prompttexte?|(?:your|hidden|initial) (?:\\p{L}+ )?instructions?|above|embeddings?|(?:deine|ihre) (?:anweisungen|regeln)|eingabeaufforderung|instrucciones|consignes')}`,
  ),
  sign(
    'assume-role',
    words(
      'you are now|now,? you are|from now on|acts? (?:as|like)|pretend|imagine you|you are (?:an?|the)|role-?play\\p{L}*|you play|in the role of|simulat\\p{L}*|du bist|bist du jetzt|(?:jetzt|nun) bist du|sie sind|ab (?:jetzt|sofort)|agier\\p{L}*|fungier\\p{L}*|stell dir vor|schauspieler\\p{L}*|actors?|ahora eres|act[uú]a como|agis comme|tu es maintenant|comportati come',
    ),
  ),
  sign(
    'new-task',
    words(
      '(?:new|next|further|additional|another|different|neue\\p{L}?|weitere\\p{L}?|n[aä]chste\\p{L}?|andere\\p{L}?|nuevas?|nouvelles?|nuov[ae]) (?:\\p{L}+ )?(?:instructions?|tasks?|assignments?|statements?|questions?|orders?|prompts?|challenges?|aufgaben?|anweisung(?:en)?|fragen?|befehle?|tareas?|instrucci[oó]n(?:es)?|t[aâ]ches?|consignes?|istruzioni)',
    ),
  ),
  sign(
    'dictated-words',
    `${words('say|says|print|output|write|state|answer|respond|reply|repeat|sagen?|sagst|schreib\\p{L}*|antworte\\p{L}*|di|digas?|decir|dites|dis|scrivi|rispondi')}[^.?!\\n]{0,24}["“”„«']`,
  ),
  sign(
    'ordered-words',
    words(
      'say|print|state that|(?:just|only|solely|nur) (?:say|output|print|reply|respond|write|sagen?|schreiben?)|(?:answer|reply|respond|start|begin|end) with|repeat after me|include that',
    ),
  ),
  sign(
    'own-reply',
    words(
      '(?:your|the|each|every|any|deiner?n?|ihrer?n?|tu|su|votre|ta) (?:\\p{L}+ )?(?:answers?|response|responses|repl(?:y|ies)|messages?|outputs?|antwort(?:en)?|ausgaben?|respuestas?|r[ée]ponses?)|(?:reply|respond|answer) (?:in|only|using|by|as|with)',
    ),
  ),
  sign(
    'speaks-to-model',
    words(
      'chat ?gpt|gpt(?:-\\d)?|(?:large )?language models?|llms?|an? ai|ai (?:model|assistant|system)s?|ais?|openai|chatbots?|assistants?|sprachmodelle?|ki|ki-systeme?|asistentes?|modelo de lenguaje|mod[èe]le de langage',
    ),
  ),
  sign(
    'no-limits',
    words(
      'jailbr\\p{L}*|developer mode|do anything now|god mode|no (?:restrictions|limits|filters)|without (?:any )?(?:restrictions?|filters?|limitations?|moral\\p{L}*)|un(?:filtered|censored|restricted)|(?:stay in|break|out of) character|never refuse|can ?not refuse|aus der rolle|ohne (?:einschr[aä]nkungen|filter)|sin (?:restricciones|filtros)',
    ),
  ),
  sign(
    'praise-then-turn',
    '^[^a-z]{0,4}(?:\\p{L}+[ ,]+){0,6}\\p{L}+[.!]+ ?["”]?\\s{0,3}(?:but |aber |so |and |und |please |bitte )?(?:now|nun|jetzt|ahora|maintenant|adesso)\\b',
  ),
  sign(
    'fences',
    '={4,}|-{5,}|#{3,}|\\*{4,}|"""|```|\\{\\{|(?:^|\\n)[ \\t]*(?:response|instructions?|task|input|output|eingabe|ausgabe)[ \\t]*:',
  ),
];

/** Names of all signs, in the order of their columns. */
export const ATTACK_SIGNS: readonly string[] = [
  ...SIGNS.map(({ name }) => name),
  'spaced-out-letters',
];

/**
 * 1 where a sign stands in the text, 0 where not, in the order of `ATTACK_SIGNS`.
 * @param plain the text as `legible` gives it, where the caller has it
 */
export function attackSigns(text: string, plain = legible(text)): readonly number[] {
  return [...SIGNS.map(({ pattern }) => (pattern.test(plain) ? 1 : 0)), isSpacedOut(text) ? 1 : 0];
}
