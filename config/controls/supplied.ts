import type { ClaimOf } from './schema.ts';

/** What no machine can tell and a person must supply. */
export const supplied = {
  purpose: person(
    'The purpose of the system, who decided on it, and the law that each use rests on',
  ),
  highRisk: person('Whether the use falls under annex III of the EU AI Act, with the reasons'),
  riskProcess: person(
    'Who reviews the risk register, how often, and the minutes of the last review',
  ),
  residualRisk: person('Who accepted the risks that remain, and when'),
  dataRights: person('Where labelled documents come from, and the right to learn from them'),
  bias: person(
    'Whom a wrong category or value could harm, and a review of the errors by language, issuer and format',
  ),
  technicalFile: person('The technical documentation of annex IV, with the provider’s signature'),
  instructions: person('That the people who use the system were given its instructions and limits'),
  overseers: person('Who oversees results, with their training and their authority to overrule'),
  workersInformed: person('That workers and their representatives were told before use'),
  peopleInformed: person('What the persons whom documents are about were told, and how'),
  incidents: person('Who reports a serious incident to the authority, within what time'),
  inputFit: person('That what is uploaded is what the system was made for'),
  penetration: person('The report of the last penetration test, and what was mended since'),
  lawfulBasis: person('The lawful basis of each purpose, and who decided on it'),
  erasure: person('When documents are erased, how long each kind is kept, and who sees to it'),
  accuracyRights: person('How a person has a wrong value put right, and within what time'),
  records30: person('The controller, its representative, the recipients and the transfers'),
  assessment35: person(
    'The assessment of necessity and risks, with the advice of the data protection officer',
  ),
  restoreTested: person('The minutes of the last restore from backup'),
  solely: person('That no decision with legal effect on a person rests on a result alone'),
  policy: person('The policy on AI, signed by the management, and when it is reviewed'),
  roles: person('Who owns the system, its data, its models and its risks'),
  concerns: person('How people report concerns, and what became of the last ones'),
  suppliers: person('The contracts with AWS and the providers of models, and who reviews them'),
  impact: person('The assessment of what the system does to persons, groups and society'),
  resources: person('The people who run it, and what they must know'),
  customers: person('What customers were promised, and where it is written'),
  decommission: person('How and when the system will be taken out of use'),
  energy: person('The energy that training and use take, from the provider’s figures'),
  intellectualProperty: person(
    'The review of rights in training data and in what the model writes',
  ),
  context: person('Where the system is used, by whom, and what it must not be used for'),
} as const satisfies Readonly<Record<string, ClaimOf<'person'>>>;

function person(says: string): ClaimOf<'person'> {
  return { kind: 'person', says };
}
