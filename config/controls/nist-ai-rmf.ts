import { declared } from './declared.ts';
import { operation } from './operation.ts';
import { protection } from './protection.ts';
import { recorded } from './recorded.ts';
import { recordKeeping } from './record-keeping.ts';
import { released } from './released.ts';
import type { Control, Framework } from './schema.ts';
import { supplied } from './supplied.ts';
import { tested } from './tested.ts';

/** Sections of NIST AI 600-1, the generative profile, which say what is worse or new with such models. */
const GENERATIVE: readonly Control[] = [
  {
    paragraph: '600-1 2.2',
    title: 'Confabulation',
    asks: 'What is made up is prevented, noticed and counted.',
    claims: [protection.groundingFilter, tested.cited, tested.measuredHallucination],
  },
  {
    paragraph: '600-1 2.3',
    title: 'Dangerous, violent or hateful content',
    asks: 'Such content is neither asked for nor given.',
    claims: [protection.hateFilter, protection.insultFilter, protection.violenceFilter],
  },
  {
    paragraph: '600-1 2.4',
    title: 'Data privacy',
    asks: 'Personal data do not leak from prompts, passages or answers.',
    claims: [tested.maskedBefore, tested.maskedAfter, protection.cardsBlocked],
  },
  {
    paragraph: '600-1 2.7',
    title: 'People and the machine',
    asks: 'People neither trust it too much nor take it for a person.',
    claims: [tested.shownReader, tested.doubtful, recorded.reader, protection.adviceDenied],
  },
  {
    paragraph: '600-1 2.9',
    title: 'Information security',
    asks: 'Injected orders and stolen prompts or data are prevented.',
    claims: [protection.attackFilter, tested.attacksLeftOut, declared.modelCallers],
  },
  {
    paragraph: '600-1 2.10',
    title: 'Intellectual property',
    asks: 'Rights of others in data and in what is written are kept.',
    claims: [supplied.intellectualProperty],
  },
  {
    paragraph: '600-1 2.12',
    title: 'Value chain',
    asks: 'Models and services of others are chosen, named and watched.',
    claims: [operation.models, recorded.configuration, supplied.suppliers],
  },
];

/** NIST AI Risk Management Framework 1.0 (NIST AI 100-1), with the generative profile. */
export const nistAiRmf: Framework = {
  id: 'nist-ai-rmf',
  name: 'NIST AI RMF 1.0',
  unit: 'subcategory',
  source: 'https://doi.org/10.6028/NIST.AI.100-1',
  asOf: '2026-11-01',
  controls: [
    {
      paragraph: 'GOVERN 1.1',
      title: 'Law is known and kept',
      asks: 'What the law asks is understood, managed and written down.',
      claims: [supplied.highRisk, supplied.lawfulBasis],
    },
    {
      paragraph: 'GOVERN 1.4',
      title: 'Controls are transparent',
      asks: 'Risk is managed by policies and controls that can be seen.',
      claims: [tested.rightsAsDeclared, recordKeeping.trail, supplied.policy],
    },
    {
      paragraph: 'GOVERN 1.6',
      title: 'Inventory',
      asks: 'AI systems are listed, with what each is worth and risks.',
      claims: [operation.modelRegistry, operation.models, recordKeeping.promptVersions],
    },
    {
      paragraph: 'GOVERN 1.7',
      title: 'Taken out of use safely',
      asks: 'Systems are taken out of use without new risk.',
      claims: [supplied.decommission, tested.turnedBack],
    },
    {
      paragraph: 'GOVERN 2.1',
      title: 'Roles are clear',
      asks: 'Who does what about risk is written down and known.',
      claims: [supplied.roles, operation.twoPeople],
    },
    {
      paragraph: 'GOVERN 6.2',
      title: 'Failures of others are planned for',
      asks: 'What others provide may fail, and there is a plan.',
      claims: [tested.fallsBack, tested.standsIn, operation.llmopsAlarm, operation.sideAlarm],
    },
    {
      paragraph: 'MAP 1.1',
      title: 'Context is known',
      asks: 'Purposes, uses, users and settings are understood and written down.',
      claims: [supplied.context],
    },
    {
      paragraph: 'MAP 2.2',
      title: 'Limits of knowledge are told',
      asks: 'What the system does not know, and how people oversee it, is written down.',
      claims: [tested.honestGap, tested.doubtful, tested.cited],
    },
    {
      paragraph: 'MAP 3.5',
      title: 'Oversight is defined',
      asks: 'How people oversee it is defined, judged and written down.',
      claims: [declared.checkedFirst, tested.overruled, supplied.overseers],
    },
    {
      paragraph: 'MEASURE 2.1',
      title: 'Test sets and metrics are written down',
      asks: 'What was tested, on what, by what measure, with what tool.',
      claims: [tested.versionedData, tested.scoredApart, tested.figuresAgain],
    },
    {
      paragraph: 'MEASURE 2.4',
      title: 'Watched in production',
      asks: 'What the system does is watched when it is in use.',
      claims: [
        operation.dashboard,
        operation.flowAlarm,
        operation.answerAlarm,
        operation.mlopsAlarm,
        operation.sideAlarm,
      ],
    },
    {
      paragraph: 'MEASURE 2.7',
      title: 'Security and resilience',
      asks: 'Security and resilience are judged and written down.',
      claims: [operation.secondFactor, operation.webAcl, protection.tlsOnly, supplied.penetration],
    },
    {
      paragraph: 'MEASURE 2.8',
      title: 'Transparency and accountability',
      asks: 'Risks to transparency and accountability are examined.',
      claims: [tested.explained, tested.tampering, recorded.log],
    },
    {
      paragraph: 'MEASURE 2.9',
      title: 'Results are explained',
      asks: 'The model is explained, and results are read in their context.',
      claims: [tested.explainedDocument, recorded.versions],
    },
    {
      paragraph: 'MEASURE 2.10',
      title: 'Privacy',
      asks: 'Risks to privacy are examined.',
      claims: [tested.maskedBefore, tested.tenantsApart, supplied.assessment35],
    },
    {
      paragraph: 'MEASURE 2.11',
      title: 'Fairness',
      asks: 'Fairness and bias are judged, and the results are written down.',
      claims: [supplied.bias],
    },
    {
      paragraph: 'MEASURE 2.12',
      title: 'Environment',
      asks: 'What training and use cost the environment is judged.',
      claims: [supplied.energy],
    },
    {
      paragraph: 'MANAGE 2.4',
      title: 'It can be switched off',
      asks: 'Systems that do what they should not are overruled, turned off or taken out.',
      claims: [tested.turnedBack, declared.switchers, tested.budgetStops, released.rolledBack],
    },
    {
      paragraph: 'MANAGE 3.2',
      title: 'Models of others are watched',
      asks: 'Models that others trained are part of regular monitoring.',
      claims: [recordKeeping.invocationLog, tested.measuredHallucination],
    },
    {
      paragraph: 'MANAGE 4.1',
      title: 'Plans for after deployment',
      asks: 'Feedback, appeal, overruling, incidents, recovery and change are planned for.',
      claims: [
        tested.overruled,
        operation.deadLetters,
        recordKeeping.recordRecovery,
        supplied.concerns,
      ],
    },
    {
      paragraph: 'MANAGE 4.3',
      title: 'Incidents are told',
      asks: 'Incidents and errors are told to those concerned, tracked and mended.',
      claims: [operation.quarantine, supplied.incidents],
    },
    ...GENERATIVE,
  ],
};
