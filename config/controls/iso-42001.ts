import { declared } from './declared.ts';
import { operation } from './operation.ts';
import { protection } from './protection.ts';
import { recorded } from './recorded.ts';
import { recordKeeping } from './record-keeping.ts';
import { released } from './released.ts';
import type { Framework } from './schema.ts';
import { supplied } from './supplied.ts';
import { tested } from './tested.ts';

/** ISO/IEC 42001:2023, annex A: the controls of a management system for AI. */
export const iso42001: Framework = {
  id: 'iso-42001',
  name: 'ISO/IEC 42001:2023, annex A',
  unit: 'control',
  source: 'https://www.iso.org/standard/81230.html',
  asOf: '2026-11-01',
  controls: [
    {
      paragraph: 'A.2.2',
      title: 'Policy on AI',
      asks: 'A written policy on making and using AI.',
      claims: [supplied.policy],
    },
    {
      paragraph: 'A.3.2',
      title: 'Roles',
      asks: 'Who is responsible for what is defined.',
      claims: [supplied.roles, operation.twoPeople],
    },
    {
      paragraph: 'A.3.3',
      title: 'Concerns can be reported',
      asks: 'People can report concerns about the system.',
      claims: [supplied.concerns],
    },
    {
      paragraph: 'A.4.3',
      title: 'Data resources',
      asks: 'What data the system uses is written down.',
      claims: [tested.versionedData, declared.sourceReaders],
    },
    {
      paragraph: 'A.4.4',
      title: 'Tools',
      asks: 'What tools and models the system uses is written down.',
      claims: [operation.models, operation.modelRegistry, recordKeeping.promptVersions],
    },
    {
      paragraph: 'A.4.6',
      title: 'People',
      asks: 'The people and what they must be able to do are written down.',
      claims: [supplied.resources],
    },
    {
      paragraph: 'A.5.2',
      title: 'Impact is assessed',
      asks: 'What the system does to persons and society is assessed, and how is defined.',
      claims: [supplied.impact],
    },
    {
      paragraph: 'A.6.2.4',
      title: 'Verified and validated',
      asks: 'How the system is verified and validated, and by what measure, is defined.',
      claims: [operation.trainingPipeline, tested.scoredApart, tested.figuresAgain],
    },
    {
      paragraph: 'A.6.2.5',
      title: 'Deployed by plan',
      asks: 'What must hold before deployment is defined and met.',
      claims: [
        operation.approvedOnly,
        declared.modelApprover,
        released.releasers,
        tested.gatedModel,
        released.measured,
        released.approved,
      ],
    },
    {
      paragraph: 'A.6.2.6',
      title: 'Operated and watched',
      asks: 'The system is watched, mended, updated and supported.',
      claims: [operation.dashboard, operation.flowAlarm, operation.deadLetters],
    },
    {
      paragraph: 'A.6.2.7',
      title: 'Technical documentation',
      asks: 'Each group of people has the documentation that it needs.',
      claims: [tested.rightsAsDeclared, supplied.technicalFile],
    },
    {
      paragraph: 'A.6.2.8',
      title: 'Event logs',
      asks: 'In which phases events are logged is decided, in use at least.',
      claims: [
        recordKeeping.sealing,
        recordKeeping.auditVersions,
        recordKeeping.trail,
        declared.auditors,
        recorded.audited,
      ],
    },
    {
      paragraph: 'A.7.2',
      title: 'Data for development',
      asks: 'How data for development are managed is defined.',
      claims: [tested.versionedData, tested.scoredApart],
    },
    {
      paragraph: 'A.7.3',
      title: 'Acquisition of data',
      asks: 'Where data come from, and how they were chosen, is written down.',
      claims: [supplied.dataRights],
    },
    {
      paragraph: 'A.7.4',
      title: 'Quality of data',
      asks: 'What quality data must have is defined and met.',
      claims: [declared.readFirst, tested.strictInput, supplied.inputFit],
    },
    {
      paragraph: 'A.7.5',
      title: 'Provenance',
      asks: 'Where data come from is recorded as long as they and the system live.',
      claims: [recorded.versions, recordKeeping.sealing],
    },
    {
      paragraph: 'A.8.2',
      title: 'Users are informed',
      asks: 'Users have the information that they need about the system.',
      claims: [tested.shownReader, tested.fallbackMarked, supplied.instructions],
    },
    {
      paragraph: 'A.8.4',
      title: 'Incidents are communicated',
      asks: 'There is a plan for telling users of incidents.',
      claims: [supplied.incidents, operation.answerAlarm],
    },
    {
      paragraph: 'A.9.2',
      title: 'Responsible use',
      asks: 'How the system is used responsibly is defined.',
      claims: [tested.doubtful, tested.overruled, protection.adviceDenied],
    },
    {
      paragraph: 'A.9.4',
      title: 'Intended use',
      asks: 'The system is used as intended, which records show.',
      claims: [recorded.asked, tested.explained, supplied.context],
    },
    {
      paragraph: 'A.10.2',
      title: 'Responsibilities are shared out',
      asks: 'Who answers for what among the organisation, its partners and suppliers is settled.',
      claims: [supplied.roles, supplied.suppliers],
    },
    {
      paragraph: 'A.10.3',
      title: 'Suppliers',
      asks: 'What suppliers provide fits how the organisation does AI.',
      claims: [operation.models, supplied.suppliers],
    },
    {
      paragraph: 'A.10.4',
      title: 'Customers',
      asks: 'What customers need and expect is considered.',
      claims: [supplied.customers],
    },
  ],
};
