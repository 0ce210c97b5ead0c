import type { ClauseTopic } from './clause-topic.ts';
import { DUTY_CLAUSES } from './clauses-of-duty.ts';
import { PERIOD_CLAUSES, TIME_CLAUSES } from './clauses-of-time.ts';
import { TRADE_CLAUSES } from './clauses-of-trade.ts';

const CLAUSE_TOPICS = [...TIME_CLAUSES, ...DUTY_CLAUSES, ...TRADE_CLAUSES, ...PERIOD_CLAUSES];

/** The topic that a question asks for; null where it asks for none that is known. */
export function askedTopic(question: string): ClauseTopic | null {
  // Of `Renewal Term. What happens when …?` the name of the clause decides before the sentence.
  const name = /^([^.?:]{3,50})\. /.exec(question)?.[1] ?? '';
  const topicOf = (text: string) => CLAUSE_TOPICS.find(({ asked }) => asked.test(text)) ?? null;
  return topicOf(name) ?? topicOf(question);
}

/** How much a sentence says of a topic; 0 where it does not speak of it. */
export function topicStrength(topic: ClauseTopic, text: string): number {
  if (topic.unless?.test(text) === true) return 0;
  const plain = text.replace(/\s+/g, ' ');
  let sum = 0;
  for (const [weight, pattern] of topic.says) if (pattern.test(plain)) sum += weight;
  return sum < topic.least ? 0 : sum;
}
