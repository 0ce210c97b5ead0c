import type { Ports } from '../../ports.ts';
import type { GuardedInput } from './answer-steps.ts';

/** Lets the guardrail mask or block the question; a blocked question is a result, not an error. */
export function guardInput(ports: Pick<Ports, 'guardrail' | 'metrics' | 'now'>) {
  return async (input: {
    readonly tenant: string;
    readonly question: string;
  }): Promise<GuardedInput> => {
    const started = ports.now();
    const { action, text, triggers } = await ports.guardrail.assess({
      direction: 'input',
      text: input.question,
    });
    for (const { policy, count } of triggers) {
      ports.metrics.count('GuardrailTriggers', count, { policy, direction: 'input' });
    }
    return {
      action,
      text,
      triggers: [...triggers],
      askedAt: new Date(started).toISOString(),
      durationMs: ports.now() - started,
    };
  };
}
