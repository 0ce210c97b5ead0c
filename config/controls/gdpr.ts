import { declared } from './declared.ts';
import { operation } from './operation.ts';
import { protection } from './protection.ts';
import { recorded } from './recorded.ts';
import { recordKeeping } from './record-keeping.ts';
import type { Framework } from './schema.ts';
import { supplied } from './supplied.ts';
import { tested } from './tested.ts';

/** Regulation (EU) 2016/679: principles, decisions by machines, design, records, security, assessment. */
export const gdpr: Framework = {
  id: 'gdpr',
  name: 'GDPR',
  unit: 'article',
  source: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
  asOf: '2026-11-01',
  controls: [
    {
      paragraph: '5(1)(a)',
      title: 'Lawful, fair, transparent',
      asks: 'There is a lawful basis, and people can see what is done with their data.',
      claims: [supplied.lawfulBasis, supplied.peopleInformed, tested.explained],
    },
    {
      paragraph: '5(1)(b)',
      title: 'Bound to a purpose',
      asks: 'Data are used for what they were collected for.',
      claims: [supplied.purpose, tested.tenantsApart, tested.searchesApart],
    },
    {
      paragraph: '5(1)(c)',
      title: 'As little as needed',
      asks: 'No more data than the purpose needs.',
      claims: [
        tested.maskedBefore,
        tested.maskedAfter,
        tested.blockedUnrecorded,
        protection.mailMasked,
        operation.noBodiesLogged,
      ],
    },
    {
      paragraph: '5(1)(d)',
      title: 'Right and current',
      asks: 'Wrong data are put right.',
      claims: [tested.overruled, declared.verified, supplied.accuracyRights],
    },
    {
      paragraph: '5(1)(e)',
      title: 'No longer than needed',
      asks: 'Data go when the purpose is over.',
      claims: [recordKeeping.logsKept, tested.erased, tested.erasedStillVerifies, supplied.erasure],
    },
    {
      paragraph: '5(1)(f)',
      title: 'Kept whole and secret',
      asks: 'Data are protected against unlawful use, loss and damage.',
      claims: [
        protection.bucketsEncrypted,
        protection.bucketsPrivate,
        declared.sourceReaders,
        tested.refusedSource,
        tested.tenantOfToken,
      ],
    },
    {
      paragraph: '5(2)',
      title: 'It can be shown',
      asks: 'The controller can show that the principles are kept.',
      claims: [recordKeeping.sealing, tested.tampering, tested.anchored, recorded.log],
    },
    {
      paragraph: '22(1)',
      title: 'No decision by a machine alone',
      asks: 'Nobody is subject to a decision with legal or similar effect that a machine alone took.',
      claims: [supplied.solely, tested.doubtful, declared.checkedFirst],
    },
    {
      paragraph: '22(3)',
      title: 'A person can be asked for',
      asks: 'A person can step in, hear the other side, and overturn.',
      claims: [tested.overruled, tested.explainedDocument, supplied.overseers],
    },
    {
      paragraph: '25(1)',
      title: 'Protection by design',
      asks: 'Measures such as pseudonyms are built in.',
      claims: [
        tested.maskedBefore,
        tested.commitments,
        declared.guardedQuestion,
        tested.rightsAsDeclared,
      ],
    },
    {
      paragraph: '25(2)',
      title: 'Protection by default',
      asks: 'Without anybody’s doing only what is needed is used, and not by an indefinite number of people.',
      claims: [operation.signedIn, tested.ownQuestions, protection.bucketsPrivate],
    },
    {
      paragraph: '30(1)',
      title: 'Records of what is done with data',
      asks: 'A record names purposes, kinds of data and people, recipients, terms and measures.',
      claims: [declared.sourceReaders, recordKeeping.logsKept, supplied.records30],
    },
    {
      paragraph: '32(1)(a)',
      title: 'Pseudonyms and encryption',
      asks: 'Data are encrypted and pseudonymised where that fits the risk.',
      claims: [
        protection.bucketsEncrypted,
        protection.vectorsEncrypted,
        protection.ownKey,
        protection.tlsOnly,
        tested.maskedBefore,
      ],
    },
    {
      paragraph: '32(1)(b)',
      title: 'Secret, whole, there',
      asks: 'Systems stay confidential, whole, available and resilient.',
      claims: [operation.secondFactor, operation.throttle, operation.deadLetters, tested.standsIn],
    },
    {
      paragraph: '32(1)(c)',
      title: 'Restored in time',
      asks: 'Data can be restored in time after an incident.',
      claims: [recordKeeping.recordRecovery, recordKeeping.auditVersions, supplied.restoreTested],
    },
    {
      paragraph: '32(1)(d)',
      title: 'Measures are tested regularly',
      asks: 'There is a process that tests and judges the measures regularly.',
      claims: [tested.tampering, tested.rightsAsDeclared, supplied.penetration],
    },
    {
      paragraph: '35(7)',
      title: 'Impact assessment',
      asks: 'Where the risk is likely high: what is done, whether it is needed, the risks, the measures.',
      claims: [supplied.assessment35],
    },
  ],
};
