import type { CharacterRange } from '../text/character-range.ts';
import { sentencesOf } from '../text/sentences.ts';
import { type AttackModel, attackProbability, type Judgeable } from './attack-model.ts';
import { attackModels } from './attack-models.ts';
import { ATTACK_SIGNS, attackSigns } from './attack-signs.ts';
import { certainAttacks } from './certain-attacks.ts';
import { encodedWords } from './encoded-text.ts';
import { NEUTRALISED } from './neutralised.ts';
import { amongNeighbours, type PassageSentence } from './passage-features.ts';
import { dictates } from './task-signs.ts';

export interface AttackVerdict {
  /** Calibrated on attacks and innocent texts in the proportion of the learned part. */
  readonly probability: number;
  readonly isAttack: boolean;
  /** What is certain, then the signs that stand there; `learned` where only the model says so. */
  readonly names: readonly string[];
}

/** A sentence of a document that speaks to who reads it. */
export interface FoundOrder extends AttackVerdict {
  readonly range: CharacterRange;
}

const OVERRIDES = ['override-instructions', 'override-context'] as const;
const CERTAIN = 0.999;
/** Shorter pieces (numbers, marks of lists) give no orders. */
const LEAST_CHARACTERS = 8;
/** A blank line: what follows it begins anew. */
const PARAGRAPH = /\n[^\S\n]*\n/;
/** From here on a question may quote a document; its head or its greeting says that it does. */
const LEAST_DOCUMENT = 200;
/** Fields of a mail (RFC 5322) and of a letter, as they open a line. */
const LETTER =
  /(?:^|[\n|])[ \t]*(?:subject|from|to|date|received|sent|cc|betreff|von|an|datum|asunto|de|para|fecha)(?:[ _](?:date|from))?[ \t]*:|(?:^|\n)[ \t]*(?:dear|hi|hello|sehr geehrte[rs]?|liebe[rs]?|hallo|guten tag|estimad[oa]s?|hola)[ ,]/iu;

/** What a person asks: the whole text is one act. */
export function judgeQuestion(text: string): AttackVerdict {
  return judged(attackModels().question, text, certainAttacks(text, 'question'));
}

/** Orders in a document or in a tool's result, in order: each sentence is judged by itself. */
export function findOrders(text: string): readonly FoundOrder[] {
  return judgeSentences(text).filter(({ isAttack }) => isAttack);
}

/** The most probable order of a document, for a verdict on the whole. */
export function judgeDocument(text: string): AttackVerdict {
  const sentences = judgeSentences(text);
  return {
    probability: Math.max(0, ...sentences.map(({ probability }) => probability)),
    isAttack: sentences.some(({ isAttack }) => isAttack),
    names: [...new Set(sentences.flatMap(({ names }) => names))],
  };
}

/** A text of unknown origin: as a question, and where it looks like a letter as a document too. */
export function judgeAnything(text: string): AttackVerdict {
  const question = judgeQuestion(text);
  if (text.length < LEAST_DOCUMENT || !LETTER.test(text)) return question;
  const document = judgeDocument(text);
  return {
    probability: Math.max(question.probability, document.probability),
    isAttack: question.isAttack || document.isAttack,
    names: [...new Set([...question.names, ...document.names])],
  };
}

/**
 * The text with each order replaced by `NEUTRALISED`, what was replaced, and where in the new text the
 * suspect sentences stand: those that may be orders, by a lower threshold of the detector or by their
 * grammar, and the one that goes on after an order.
 */
export function neutralise(text: string): {
  readonly text: string;
  readonly orders: readonly FoundOrder[];
  readonly suspect: readonly CharacterRange[];
} {
  const threshold = attackModels().passage.suspect;
  const orders: FoundOrder[] = [];
  const suspect: CharacterRange[] = [];
  let [shown, from] = ['', 0];
  let isAfterOrder = false;
  for (const sentence of judgeSentences(text)) {
    const [start, end] = sentence.range;
    const between = text.slice(from, start);
    shown += between;
    const goesOn = isAfterOrder && !PARAGRAPH.test(between);
    isAfterOrder = sentence.isAttack;
    const mayOrder = sentence.probability >= threshold || dictates(text.slice(start, end));
    const isSuspect = !sentence.isAttack && (goesOn || mayOrder);
    if (isSuspect) suspect.push([shown.length, shown.length + end - start]);
    if (sentence.isAttack) orders.push(sentence);
    shown += sentence.isAttack ? NEUTRALISED : text.slice(start, end);
    from = end;
  }
  return { text: shown + text.slice(from), orders, suspect };
}

function judgeSentences(text: string): readonly FoundOrder[] {
  let from = 0;
  return amongNeighbours(sentencesOf(text)).map((sentence) => {
    const start = text.indexOf(sentence.text, from);
    from = start + sentence.text.length;
    return { ...judgeSentence(sentence), range: [start, from] };
  });
}

function judgeSentence(sentence: PassageSentence): AttackVerdict {
  const { text } = sentence;
  if (text.length < LEAST_CHARACTERS) return { probability: 0, isAttack: false, names: [] };
  const model = attackModels().passage;
  const hidden = encodedWords(text).some(
    (words) => judged(model, { ...sentence, text: words }, []).isAttack,
  );
  return hidden
    ? certainly(['encoded-text'])
    : judged(model, sentence, [...certainAttacks(text, 'passage'), ...overrides(text)]);
}

/** To set aside both the rules and what was said before is an order, however well it fits its document. */
function overrides(text: string): readonly string[] {
  const signs = attackSigns(text);
  const stand = OVERRIDES.every((name) => signs[ATTACK_SIGNS.indexOf(name)] === 1);
  return stand ? OVERRIDES : [];
}

function judged(model: AttackModel, asked: Judgeable, certain: readonly string[]): AttackVerdict {
  if (certain.length > 0) return certainly(certain);
  const probability = attackProbability(model, asked);
  if (probability < model.threshold) return { probability, isAttack: false, names: [] };
  const signs = attackSigns(typeof asked === 'string' ? asked : asked.text);
  const names = ATTACK_SIGNS.filter((_, at) => signs[at] === 1);
  return { probability, isAttack: true, names: names.length > 0 ? names : ['learned'] };
}

function certainly(names: readonly string[]): AttackVerdict {
  return { probability: CERTAIN, isAttack: true, names };
}
