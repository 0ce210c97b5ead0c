import policy from '../../../config/guardrail.json' with { type: 'json' };
import { findTopics } from '../../../lambda/domain/rails/denied-topics.ts';

test.each([
  ['Should we sign this contract?', ['specific-legal-advice']],
  ['Is it legal for us to break this lease?', ['specific-legal-advice']],
  ['Should I buy shares of the supplier?', ['specific-financial-advice']],
])('%s is denied', (question, topics) => {
  expect(findTopics(question, policy.deniedTopics)).toEqual(topics);
});

test.each([
  ['Which court has jurisdiction?'],
  ['When may the buyer terminate the contract?'],
  ['What happens when a party breaches the agreement?'],
  ['How many shares does the agreement grant?'],
])('%s is not denied', (question) => {
  expect(findTopics(question, policy.deniedTopics)).toEqual([]);
});
