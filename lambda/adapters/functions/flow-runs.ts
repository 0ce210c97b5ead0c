import { setTimeout } from 'node:timers/promises';
import { answerSchema } from '../../domain/llmops/answer/answer-steps.ts';
import { bindFlow } from '../../flow/bind-flow.ts';
import type { Flows } from '../../flow-ports.ts';
import type { AnyStep } from '../../step.ts';
import { logOutcome } from './outcome-log.ts';
import { clock } from './step-handler.ts';

/** The answer flow in this process, for a reply that streams: the text that Step Functions runs too. */
export function inProcessAnswerFlow(
  definition: string,
  steps: readonly AnyStep[],
  ports: object,
): Pick<Flows, 'runAnswer'> {
  const flow = bindFlow(definition, steps, {
    name: 'answer-flow',
    ports,
    log: logOutcome,
    clock: { now: clock.now, sleep: (ms, signal) => setTimeout(ms, undefined, { signal }) },
    newId: clock.newId,
    random: Math.random,
  });
  return {
    async runAnswer(question, { onTask, release, left } = {}) {
      const answer = await flow.run(question, {
        given: { release, left },
        onEvent: ({ kind, state, type }) => {
          if (kind === 'entered' && type === 'Task') onTask?.(state);
        },
      });
      return answerSchema().parse(answer);
    },
  };
}
