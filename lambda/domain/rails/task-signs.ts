/**
 * Verbs of tasks that are set to somebody, in the form of an order: the cognitive process verbs of the
 * revised Bloom taxonomy (Anderson and Krathwohl, 2001) and the words that a dictionary gives for them
 * in German, Spanish and French.
 */
const TASK =
  'analy[sz]e|apply|appraise|arrange|assess|build|calculate|categori[sz]e|change|check|choose|classify|compare|compile|compose|compute|conclude|construct|contrast|convert|count|create|criti(?:que|ci[sz]e)|decide|define|demonstrate|design|determine|develop|devise|differentiate|discuss|distinguish|draft|draw|elaborate|estimate|evaluate|examine|exemplify|extract|find|form|formulate|generali[sz]e|generate|give|guess|identify|illustrate|include|infer|interpret|investigate|judge|justify|label|locate|make|match|modify|name|order|organi[sz]e|outline|paraphrase|pick|plan|predict|prepare|produce|propose|prove|provide|rank|rate|recall|recogni[sz]e|recommend|rephrase|reproduce|research|restate|reverse|revise|rewrite|select|simplify|sketch|solve|sort|specify|suggest|summari[sz]e|tabulate|trace|transform|translate|use|verify|' +
  'analysiere|berechne|bestimme|bewerte|entwirf|erstelle|finde|gib|identifiziere|klassifiziere|löse|nenne|schätze|übersetze|vergleiche|zähle|analiza|busca|calcula|clasifica|compara|crea|da|determina|enumera|evalúa|resuelve|resume|sugiere|traduce|analyse[rz]?|calcule[rz]?|classe[rz]?|compare[rz]?|crée[rz]?|donne[rz]?|propose[rz]?|résume[rz]?|trouve[rz]?|tradui[st]';
/** Verbs of saying: VerbNet's classes 37.1 to 37.9 (say, tell, transfer of a message, complain, advise). */
const SAY =
  'add|admit|advise|affirm|announce|answer|articulate|assert|assure|claim|comment|confirm|convey|declare|deny|describe|disclose|echo|exclaim|explain|inform|insist|list|maintain|mention|note|observe|output|phrase|pretend|print|proclaim|quote|read|recite|recount|remark|remind|repeat|reply|report|respond|return|reveal|say|show|speak|spell|state|stress|swear|tell|utter|voice|warn|whisper|write|' +
  'antworte|beschreibe|erkläre|erwähne|sage?|schreibe?|wiederhole|zeige?|responde|contesta|di|diga|escribe|explica|menciona|muestra|repite|dis|dites|écri[st]|écrivez|explique[rz]?|mentionne[rz]?|réponds|répondez';
const START = '^[\\s"\'“„«(*#>\\d.)-]{0,12}|[:;–—]\\s{0,3}["\'“„«]?';
const CONDITION =
  '^[\\s"\'“„«(*]{0,4}(?:if|when|whenever|wherever|once|should|wenn|falls|si|cuando|quand)\\b[^.!?]{3,160}?,\\s';
const POLITE =
  "(?:(?:please|kindly|now|then|next|also|instead|first|finally|always|never|only|just|simply|do|don'?t|do not|and|but|so|bitte|por favor|veuillez|s['’]il (?:te|vous) pla[iî]t)[,\\s]+){0,3}";
const ASKED =
  "(?:(?:can|could|would|will|may) (?:you|i ask you to)|you (?:must|should|shall|can|need to|have to|are to|will)|(?:i|we) (?:want|need|ask|would like|'d like) you to|(?:kannst|könntest|würdest) du|puedes|podrías|peux-tu|pouvez-vous)\\s+(?:please\\s+)?";

const sign = (name: string, source: string) => ({ name, pattern: new RegExp(source, 'iu') });
const order = (verbs: string) =>
  `(?:${START}|${CONDITION})${POLITE}(?:${ASKED})?(?:${verbs})(?![\\p{L}'’]|\\s*:)`;
const word = (list: string) => `(?<![\\p{L}\\p{N}])(?:${list})(?![\\p{L}])`;

const SIGNS = [
  sign('task', order(TASK)),
  sign('saying', order(SAY)),
  sign('asked-to', ASKED),
  sign(
    'ought-to-say',
    `${word('readers?|whoever|assistants?|summar(?:y|ies)|reply|response|answer')}[^.!?]{0,60}${word('must|should|shall|ought to|has to|have to|needs? to|(?:is|are) to|will')}\\s+(?:\\p{L}+\\s+)?(?:${SAY})(?!\\p{L})`,
  ),
  sign(
    'when-asked',
    word(
      "(?:if|when|whenever|wherever|once|as) (?:you are |anyone |anybody |someone |somebody |a user |the user |people )?(?:asks?|asked|questioned|inquires?)|(?:is|are|was|were) asked (?:about|for)|wenn (?:du|jemand|man)[^.!?]{0,40} fragt|si (?:te|alguien|on te|quelqu['’]un)[^.!?]{0,20} (?:pregunta\\p{L}*|demande)",
    ),
  ),
  sign(
    'right-answer',
    word(
      '(?:the|any|every|only|all) (?:(?:only|correct|right|true|proper|valid|accurate|real|final) ){1,2}(?:answers?|reply|response)|(?:answer|reply|response) (?:is|to (?:the|any|all|every)|must|should)',
    ),
  ),
  sign(
    'reader',
    word(
      'readers?|whoever (?:reads|answers|summari[sz]es)|anyone (?:reading|who reads|answering)|you who read|leser|lector(?:es)?|lecteurs?',
    ),
  ),
  sign('you', word('you|your|yours|yourself|du|dir|dich|deine?[mnrs]?|tu|tus|tí|votre|vos|ton')),
] as const;

/** Names of the signs, in the order of `taskSigns`. */
export const TASK_SIGNS: readonly string[] = SIGNS.map(({ name }) => name);

/** 1 where a sentence shows a sign of a task that is set to its reader, 0 where not. */
export function taskSigns(sentence: string): readonly number[] {
  return SIGNS.map(({ pattern }) => (pattern.test(sentence) ? 1 : 0));
}

const DICTATES = ['saying', 'ought-to-say', 'when-asked', 'right-answer'];

/** Whether a sentence tells its reader what to say: by its grammar alone, whatever it is about. */
export function dictates(sentence: string): boolean {
  return SIGNS.some(({ name, pattern }) => DICTATES.includes(name) && pattern.test(sentence));
}
