import { declared } from './declared.ts';
import { operation } from './operation.ts';
import { protection } from './protection.ts';
import { recorded } from './recorded.ts';
import { recordKeeping } from './record-keeping.ts';
import { released } from './released.ts';
import type { Framework } from './schema.ts';
import { supplied } from './supplied.ts';
import { tested } from './tested.ts';

/** OWASP Top 10 for LLM Applications, 2025. */
export const owaspLlm: Framework = {
  id: 'owasp-llm',
  name: 'OWASP LLM top 10 (2025)',
  unit: 'risk',
  source: 'https://genai.owasp.org/llm-top-10/',
  asOf: '2026-11-01',
  controls: [
    {
      paragraph: 'LLM01',
      title: 'Prompt injection',
      asks: 'Orders that come with questions or documents do not steer the model.',
      claims: [
        protection.attackFilter,
        tested.attacksLeftOut,
        declared.guardedQuestion,
        tested.cited,
        tested.ownQuestions,
      ],
    },
    {
      paragraph: 'LLM02',
      title: 'Sensitive information disclosure',
      asks: 'Personal, secret and other people’s data do not come out.',
      claims: [
        protection.cardsBlocked,
        protection.mailMasked,
        tested.maskedAfter,
        tested.searchesApart,
        tested.tenantOfToken,
        operation.tenantNotWritable,
      ],
    },
    {
      paragraph: 'LLM03',
      title: 'Supply chain',
      asks: 'Models, data and packages come from where they are thought to come from.',
      claims: [operation.models, tested.promptByHash, released.unaltered, supplied.suppliers],
    },
    {
      paragraph: 'LLM04',
      title: 'Data and model poisoning',
      asks: 'What is learned from, and what is learned, is not tampered with.',
      claims: [
        tested.versionedData,
        operation.approvedOnly,
        declared.modelApprover,
        tested.gatedModel,
        supplied.dataRights,
      ],
    },
    {
      paragraph: 'LLM05',
      title: 'Improper output handling',
      asks: 'What the model says is checked before something else relies on it.',
      claims: [declared.verified, tested.strictInput, protection.headers],
    },
    {
      paragraph: 'LLM06',
      title: 'Excessive agency',
      asks: 'The model can do no more than its task needs, and a person confirms what matters.',
      claims: [declared.modelCallers, declared.recordRemovers, declared.switchers, tested.doubtful],
    },
    {
      paragraph: 'LLM07',
      title: 'System prompt leakage',
      asks: 'A prompt holds nothing that must stay secret, and no protection rests on its secrecy.',
      claims: [tested.rightsAsDeclared, tested.errorsKept, recordKeeping.promptVersions],
    },
    {
      paragraph: 'LLM08',
      title: 'Vector and embedding weaknesses',
      asks: 'The index tells tenants apart and takes in no poison.',
      claims: [protection.vectorsEncrypted, tested.searchesApart, tested.attacksLeftOut],
    },
    {
      paragraph: 'LLM09',
      title: 'Misinformation',
      asks: 'Wrong answers are prevented, noticed, and not believed blindly.',
      claims: [
        protection.groundingFilter,
        tested.cited,
        tested.measuredHallucination,
        declared.verified,
        recorded.reader,
      ],
    },
    {
      paragraph: 'LLM10',
      title: 'Unbounded consumption',
      asks: 'Nobody can use it without limit.',
      claims: [
        operation.throttle,
        operation.budget,
        declared.limited,
        tested.quota,
        tested.budgetStops,
        tested.callsBounded,
      ],
    },
  ],
};
