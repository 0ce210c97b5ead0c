import type { Guardrail, GuardrailAssessment } from '../../ports.ts';
import { type AttackVerdict, judgeAnything, judgeDocument, judgeQuestion } from './judge-attack.ts';
import { findPii } from './pii.ts';

type Trigger = GuardrailAssessment['triggers'][number];

/** Where a text comes from; null: nobody knows. */
export type Direction = 'input' | 'document' | 'output' | null;

/** What the rails make of a text. */
export interface Verdict {
  /** Of a document: it gives an order, which is left out before a model reads it. */
  readonly blocked: boolean;
  /** Probability that it is an attack, 0 to 1. */
  readonly attack: number;
  readonly triggers: readonly Pick<Trigger, 'policy' | 'name' | 'action'>[];
  /** Type as in `config/guardrail.json`, and where: UTF-16 code units, end exclusive. */
  readonly pii: readonly (readonly [type: string, start: number, end: number])[];
}

/** Judges texts as questions, documents and answers are judged on their way. */
export function railsVerdict(guardrail: Pick<Guardrail, 'assess'>) {
  return async (text: string, direction: Direction): Promise<Verdict> => {
    const attack = attackIn(text, direction);
    const assessed = await guardrail.assess({
      direction: direction === 'output' ? 'output' : 'input',
      text,
    });
    // A document is not a question: of what the policy says of questions only personal data holds.
    const policies = assessed.triggers.filter(
      ({ policy }) => direction !== 'document' || policy === 'pii',
    );
    const known = new Set(policies.map(({ name }) => name));
    const orders = (attack.isAttack ? attack.names : [])
      .filter((name) => !known.has(name))
      .map((name) => ({ policy: 'prompt-attack', name, action: 'blocked' }) as const);
    const triggers = [...policies.map(short), ...orders];
    return {
      blocked: triggers.some(({ action }) => action === 'blocked'),
      attack: attack.probability,
      triggers,
      pii: findPii(text).map(({ type, range }) => [type, ...range] as const),
    };
  };
}

function attackIn(text: string, direction: Direction): AttackVerdict {
  if (direction === null) return judgeAnything(text);
  return direction === 'input' ? judgeQuestion(text) : judgeDocument(text);
}

function short({ policy, name, action }: Trigger): Verdict['triggers'][number] {
  return { policy, name, action };
}
