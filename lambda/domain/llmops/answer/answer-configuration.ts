import { createHash } from 'node:crypto';
import type { AnswerConfiguration } from './answer.ts';

/** The configuration with its hash; properties in a fixed order, so that the same has one hash. */
export function answerConfiguration({
  release,
  prompt,
  models,
  guardrail,
  rag,
}: Omit<AnswerConfiguration, 'hash'>): AnswerConfiguration {
  const parts = [
    prompt.name,
    prompt.version,
    prompt.hash,
    models,
    [guardrail.id, guardrail.version],
    Object.entries(rag).sort(([one], [other]) => (one < other ? -1 : 1)),
  ];
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  const { id, version } = guardrail;
  return { hash, release, prompt, models, guardrail: { id, version }, rag };
}
