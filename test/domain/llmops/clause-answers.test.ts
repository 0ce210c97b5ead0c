import { answerFromPassages } from '../../../lambda/domain/llmops/extractive-reader.ts';

const CONTRACT = {
  id: 'd1/0',
  text: `SERVICES AGREEMENT

This agreement is made on May 3, 2021 between Fabrikam Ltd., 1 High Street ("Provider") and Contoso LLC, hereinafter the Client.

Neither party may assign this agreement without the prior written consent of the other party.

Provider keeps books and records, and Client may inspect them once a year upon ten days notice.

In no event shall the aggregate liability of a party exceed the fees paid in the twelve months before the claim.

The term renews automatically for successive periods of one year unless a party gives notice ninety days before it ends.

Either party may terminate this agreement for convenience upon thirty (30) days written notice.`,
};
const INVOICE = {
  id: 'd2/0',
  text: 'INVOICE\nInvoice no.: 89/4122\nPO number: PO-77120\nNet amount: 100.00\nGrand total: EUR 119.00',
};
const CREDIT = {
  id: 'd3/0',
  text: 'CREDIT NOTE\nNumber: C-5521\nPO number: PO-77120\nFor invoice 89/4122\nGrand total: EUR 20.00',
};
const ORDER = {
  id: 'd4/0',
  text: 'PURCHASE ORDER\nOrder no.: PO-77120\nAmount incl. tax: EUR 129.00',
};
const ask = (question: string, passages = [CONTRACT]) => answerFromPassages({ question, passages });

test.each([
  ['Anti-Assignment. Is consent required if the contract is assigned to a third party?', 'assign'],
  ['Does a party have the right to audit the books and records of the other?', 'inspect'],
  ['Does the contract include a cap on liability?', 'exceed the fees'],
  ['What is the renewal term after the initial term expires?', 'successive periods'],
  ['Can a party terminate this contract without cause?', 'for convenience'],
])('%s is answered with the sentence that says so', (question, words) => {
  expect(ask(question).citations[0]?.quote).toContain(words);
});

test.each([
  'Is there a requirement for insurance that must be maintained?',
  'Is one party required to deposit its source code into escrow?',
  'Most Favored Nation. Is there a clause on better terms?',
  'Who translated the text?',
])('%s is refused where no sentence says so', (question) => {
  expect(ask(question).answerable).toBe(false);
});

test.each([
  ['Who is the Provider?', 'Fabrikam Ltd.'],
  ['Who is the Client?', 'Contoso LLC'],
  ['Who is the Client in the services agreement?', 'Contoso LLC'],
])('%s is answered with the holder of the role', (question, name) => {
  expect(ask(question).answer).toBe(name);
});

test('two totals are compared, each with a citation of its own document', () => {
  const question =
    'Is the total of the invoice 89/4122 of Fabrikam Ltd that of purchase order PO-77120?';
  const { answer, citations } = ask(question, [CREDIT, INVOICE, ORDER]);
  expect([answer, citations.map(({ chunk }) => chunk)]).toEqual([
    'No: 119.00 and 129.00',
    ['d2/0', 'd4/0'],
  ]);
});

test('a comparison is refused where one of the documents is missing', () => {
  const question = 'Is the total of the invoice 89/4122 that of purchase order PO-77120?';
  expect(ask(question, [INVOICE]).answerable).toBe(false);
});

test('the total is the one at its most telling label', () => {
  expect(ask('What is the total amount?', [INVOICE]).answer).toBe('119.00');
});

test('a question that names a document is answered from the one that bears the code', () => {
  const question = 'In the invoice 89/4122 of Fabrikam Ltd: What is the total amount?';
  expect(ask(question, [CREDIT, INVOICE]).citations[0]?.chunk).toBe('d2/0');
});

test('a heading that names the clause is no answer', () => {
  const text = '16. MISCELLANEOUS > 16.01 Insurance Coverage of the Parties and Certificates';
  expect(ask('Is there a requirement for insurance?', [{ id: 'd9/0', text }]).answerable).toBe(
    false,
  );
});
