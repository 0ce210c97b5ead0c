import type { CharacterRange } from '../text/character-range.ts';
import { sentencesOf } from '../text/sentences.ts';
import { type AttackModel, attackProbability } from './attack-model.ts';
import { attackModels } from './attack-models.ts';
import { ATTACK_SIGNS, attackSigns } from './attack-signs.ts';
import { certainAttacks } from './certain-attacks.ts';
import { encodedWords } from './encoded-text.ts';
import { NEUTRALISED } from './neutralised.ts';

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

const CERTAIN = 0.999;
/** Shorter pieces (numbers, marks of lists) give no orders. */
const LEAST_CHARACTERS = 8;
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
  const model = attackModels().passage;
  const found: FoundOrder[] = [];
  let from = 0;
  for (const sentence of sentencesOf(text)) {
    const start = text.indexOf(sentence, from);
    from = start + sentence.length;
    if (sentence.length < LEAST_CHARACTERS) continue;
    const verdict = judged(model, sentence, certainAttacks(sentence, 'passage'));
    const decoded = encodedWords(sentence).some((words) => judged(model, words, []).isAttack);
    if (decoded) {
      found.push({ ...certainly(['encoded-text']), range: [start, from] });
    } else if (verdict.isAttack) found.push({ ...verdict, range: [start, from] });
  }
  return found;
}

/** The most probable order of a document, for a verdict on the whole. */
export function judgeDocument(text: string): AttackVerdict {
  const model = attackModels().passage;
  const orders = findOrders(text);
  const names = [...new Set(orders.flatMap((order) => order.names))];
  const probability = Math.max(
    0,
    ...orders.map((order) => order.probability),
    ...sentencesOf(text)
      .filter(({ length }) => length >= LEAST_CHARACTERS)
      .map((sentence) => attackProbability(model, sentence)),
  );
  return { probability, isAttack: orders.length > 0, names };
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

/** The text with each order replaced by `NEUTRALISED`, and what was replaced. */
export function neutralise(text: string): {
  readonly text: string;
  readonly orders: readonly FoundOrder[];
} {
  const orders = findOrders(text);
  let rest = text;
  for (const { range } of orders.toReversed()) {
    rest = rest.slice(0, range[0]) + NEUTRALISED + rest.slice(range[1]);
  }
  return { text: rest, orders };
}

function judged(model: AttackModel, text: string, certain: readonly string[]): AttackVerdict {
  if (certain.length > 0) return certainly(certain);
  const probability = attackProbability(model, text);
  if (probability < model.threshold) return { probability, isAttack: false, names: [] };
  const signs = attackSigns(text);
  const names = ATTACK_SIGNS.filter((_, at) => signs[at] === 1);
  return { probability, isAttack: true, names: names.length > 0 ? names : ['learned'] };
}

function certainly(names: readonly string[]): AttackVerdict {
  return { probability: CERTAIN, isAttack: true, names };
}
