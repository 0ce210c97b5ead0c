import * as z from 'zod';
import { type Reply, type StandIn, startStandIn } from './stand-in.ts';

const requestSchema = z.object({
  source: z.enum(['INPUT', 'OUTPUT']),
  content: z.array(
    z.object({ text: z.object({ text: z.string(), qualifiers: z.array(z.string()).optional() }) }),
  ),
});
const BLOCKED_INPUT = 'This question cannot be answered here. Rephrase it.';

/** What ApplyGuardrail answers to the contract's texts, in the shape of the service's reference. */
export async function startGuardrail(): Promise<StandIn> {
  return startStandIn(({ body }) => {
    const { content } = requestSchema.parse(JSON.parse(body));
    const guarded =
      content.find(({ text }) => text.qualifiers?.includes('guard_content')) ?? content[0];
    return replyTo(guarded?.text.text ?? '');
  });
}

function replyTo(text: string): Reply {
  if (text.includes('ann@example.com')) {
    const entity = {
      type: 'EMAIL',
      match: 'ann@example.com',
      action: 'ANONYMIZED',
      detected: true,
    };
    return intervened(text.replace('ann@example.com', '{EMAIL}'), {
      sensitiveInformationPolicy: { piiEntities: [entity], regexes: [] },
    });
  }
  if (text.includes('4111')) {
    const entity = { type: 'CREDIT_DEBIT_CARD_NUMBER', match: '4111', action: 'BLOCKED' };
    return intervened(BLOCKED_INPUT, {
      sensitiveInformationPolicy: { piiEntities: [entity], regexes: [] },
    });
  }
  if (text.includes('Ignore all previous')) {
    const filter = { type: 'PROMPT_ATTACK', confidence: 'HIGH', action: 'BLOCKED' };
    return intervened(BLOCKED_INPUT, { contentPolicy: { filters: [filter] } });
  }
  if (text.includes('Should I sue')) {
    const topic = { name: 'specific-legal-advice', type: 'DENY', action: 'BLOCKED' };
    return intervened(BLOCKED_INPUT, { topicPolicy: { topics: [topic] } });
  }
  if (text.includes('hurricanes')) {
    const filters = [
      { type: 'GROUNDING', threshold: 0.75, score: 0.03, action: 'BLOCKED' },
      { type: 'RELEVANCE', threshold: 0.5, score: 0.61, action: 'NONE' },
    ];
    return intervened('withheld', { contextualGroundingPolicy: { filters } });
  }
  return { body: { action: 'NONE', outputs: [], assessments: [{}], usage: {} } };
}

function intervened(text: string, assessment: object): Reply {
  const outputs = [{ text }];
  return { body: { action: 'GUARDRAIL_INTERVENED', outputs, assessments: [assessment] } };
}
