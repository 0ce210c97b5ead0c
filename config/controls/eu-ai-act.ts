import { declared } from './declared.ts';
import { operation } from './operation.ts';
import { protection } from './protection.ts';
import { recorded } from './recorded.ts';
import { recordKeeping } from './record-keeping.ts';
import type { Framework } from './schema.ts';
import { supplied } from './supplied.ts';
import { tested } from './tested.ts';

/**
 * Regulation (EU) 2024/1689: what it asks of the providers (9 to 15) and deployers (26) of high-risk
 * systems, and of whoever lets people talk to a machine (50).
 */
export const euAiAct: Framework = {
  id: 'eu-ai-act',
  name: 'EU AI Act',
  unit: 'article',
  source: 'https://eur-lex.europa.eu/eli/reg/2024/1689/oj',
  asOf: '2026-11-01',
  controls: [
    {
      paragraph: '9(2)',
      title: 'Risks are known, judged and treated all along',
      asks: 'A process, kept up over the whole life, that finds, judges and treats risks, also those seen in use.',
      claims: [
        supplied.highRisk,
        supplied.riskProcess,
        protection.guardrail,
        operation.dashboard,
        operation.flowAlarm,
      ],
    },
    {
      paragraph: '9(5)',
      title: 'What risk remains is acceptable',
      asks: 'Risks are removed or reduced by design first, then by controls, and what remains is accepted by somebody.',
      claims: [supplied.residualRisk, tested.standsIn, tested.doubtful, protection.groundingFilter],
    },
    {
      paragraph: '9(8)',
      title: 'Tests against measures that were fixed before',
      asks: 'The system is tested, at the latest before it is used, against metrics and thresholds set beforehand.',
      claims: [operation.trainingPipeline, tested.scoredApart, tested.figuresAgain],
    },
    {
      paragraph: '10(2)',
      title: 'Data are governed',
      asks: 'Choices of design, origin, preparation, labelling and gaps of the data are managed and written down.',
      claims: [tested.versionedData, supplied.dataRights, operation.trainingPipeline],
    },
    {
      paragraph: '10(2)(f)',
      title: 'Data are examined for bias',
      asks: 'Biases that could harm people or discriminate are looked for and treated.',
      claims: [supplied.bias],
    },
    {
      paragraph: '11(1)',
      title: 'Technical documentation',
      asks: 'Documentation that shows how the requirements are met is there before use, and is kept current.',
      claims: [tested.rightsAsDeclared, tested.honestGap, supplied.technicalFile],
    },
    {
      paragraph: '12(1)',
      title: 'Events are recorded by the system itself',
      asks: 'The system records events by itself as long as it lives.',
      claims: [
        recordKeeping.recordStream,
        recordKeeping.sealing,
        recordKeeping.auditVersions,
        recordKeeping.trail,
        declared.auditors,
        declared.recordedFirst,
        recorded.asked,
        recorded.log,
      ],
    },
    {
      paragraph: '12(2)',
      title: 'Records serve to trace, watch and find risks',
      asks: 'What is recorded lets situations of risk be found, use be watched, and results be traced.',
      claims: [
        recorded.prompt,
        recorded.configuration,
        recorded.guardrail,
        recorded.versions,
        tested.explained,
        tested.explainedDocument,
        recordKeeping.sweep,
      ],
    },
    {
      paragraph: '13(1)',
      title: 'Deployers can read what it says',
      asks: 'Results can be interpreted and used rightly by those who use the system.',
      claims: [tested.cited, tested.shownReader, tested.explainedDocument, recorded.reader],
    },
    {
      paragraph: '13(3)',
      title: 'Instructions name accuracy, limits and oversight',
      asks: 'Instructions say who provides it, what it is for, how accurate it is and on whom, and how it is overseen.',
      claims: [tested.honestGap, tested.figuresAgain, supplied.instructions],
    },
    {
      paragraph: '14(4)(d)',
      title: 'People can leave a result aside',
      asks: 'Whoever oversees it can decide not to use a result, to overrule or to reverse it.',
      claims: [
        tested.doubtful,
        tested.doubtfulValue,
        tested.overruled,
        declared.checkedFirst,
        recorded.decision,
        supplied.overseers,
      ],
    },
    {
      paragraph: '14(4)(e)',
      title: 'People can stop it',
      asks: 'Whoever oversees it can interrupt it and bring it to a safe state.',
      claims: [tested.turnedBack, declared.switchers, operation.budget],
    },
    {
      paragraph: '15(3)',
      title: 'Accuracy is measured and told',
      asks: 'Levels and metrics of accuracy stand in the instructions.',
      claims: [tested.figuresAgain, tested.measuredHallucination, tested.honestGap],
    },
    {
      paragraph: '15(4)',
      title: 'Errors and failures are withstood',
      asks: 'The system withstands errors, faults and inconsistencies, by redundancy where it helps.',
      claims: [
        tested.standsIn,
        tested.fallsBack,
        recordKeeping.recordRecovery,
        operation.deadLetters,
        operation.mlopsAlarm,
        operation.llmopsAlarm,
        operation.sideAlarm,
        operation.answerAlarm,
        operation.quarantine,
      ],
    },
    {
      paragraph: '15(5)',
      title: 'Attacks are withstood',
      asks: 'Others cannot change use, results or performance: poisoned data, crafted inputs, theft of what is confidential.',
      claims: [
        protection.attackFilter,
        tested.attacksLeftOut,
        declared.modelCallers,
        declared.guardedQuestion,
        operation.secondFactor,
        operation.webAcl,
        protection.tlsOnly,
        supplied.penetration,
      ],
    },
    {
      paragraph: '26(2)',
      title: 'Oversight by people who are able to',
      asks: 'Deployers give oversight to people with the competence, training and authority for it.',
      claims: [supplied.overseers],
    },
    {
      paragraph: '26(4)',
      title: 'Inputs fit the purpose',
      asks: 'What the deployer feeds in is relevant and representative for the purpose.',
      claims: [declared.readFirst, supplied.inputFit],
    },
    {
      paragraph: '26(5)',
      title: 'Use is watched, and incidents are reported',
      asks: 'Deployers watch the system in use, suspend it where it is a risk, and report serious incidents.',
      claims: [operation.dashboard, operation.flowAlarm, tested.turnedBack, supplied.incidents],
    },
    {
      paragraph: '26(6)',
      title: 'Logs are kept six months at least',
      asks: 'Deployers keep the logs that the system makes for at least six months.',
      claims: [recordKeeping.auditLock, recordKeeping.noTampering, tested.deniedToAll],
    },
    {
      paragraph: '26(7)',
      title: 'Workers are told',
      asks: 'Employers tell workers and their representatives before the system is used at work.',
      claims: [supplied.workersInformed],
    },
    {
      paragraph: '50(1)',
      title: 'People know that they talk to a machine',
      asks: 'Whoever talks to the system is told that it is one, unless that is obvious.',
      claims: [tested.shownReader, recorded.reader],
    },
    {
      paragraph: '50(2)',
      title: 'What a machine wrote is marked',
      asks: 'Text that the system makes is marked, for machines to read, as artificially made.',
      claims: [tested.fallbackMarked, recorded.reader],
    },
    {
      paragraph: '50(5)',
      title: 'It is said clearly, at the first exchange',
      asks: 'The information is clear, accessible, and given at the first exchange at the latest.',
      claims: [supplied.peopleInformed],
    },
  ],
};
