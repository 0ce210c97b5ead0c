import { contradicts } from '../../../lambda/domain/llmops/judge/negation.ts';
import { scripted } from '../gateway/gateway-harness.ts';
import { answerOf } from './answer-harness.ts';

const SOURCE = `Either party may terminate this agreement with sixty days written notice.
The supplier shall not assign this agreement to a third party without consent.
Fees are not refundable and payable within thirty days.
In no event shall the supplier be liable for indirect damages.
Der Vertrag verlängert sich nicht automatisch um ein weiteres Jahr.
El proveedor no puede ceder el contrato.`;

test.each([
  [
    'a denial of what is said',
    'Either party may not terminate this agreement with sixty days notice.',
  ],
  ['what is denied', 'The supplier shall assign this agreement to a third party.'],
  ['a short form', 'Either party can’t terminate this agreement.'],
  ['liability that is excluded', 'The supplier is liable for indirect damages.'],
  ['German', 'Der Vertrag verlängert sich automatisch um ein weiteres Jahr.'],
  ['Spanish', 'El proveedor puede ceder el contrato.'],
])('%s contradicts its source', (_, claim) => {
  expect(contradicts(claim, SOURCE)).toBe(true);
});

test.each([
  ['the same words', 'Either party may terminate this agreement with sixty days written notice.'],
  ['a denial that the source makes', 'The supplier is not liable for indirect damages.'],
  ['what stands beside a denial', 'Fees are payable within thirty days.'],
  ['a denial in German', 'Der Vertrag verlängert sich nicht um ein weiteres Jahr.'],
  ['what no sentence is about', 'The goods are not insured during transport.'],
  ['a single word', 'No.'],
])('%s does not', (_, claim) => {
  expect(contradicts(claim, SOURCE)).toBe(false);
});

const passage = (text: string) => ({
  chunkId: 'd1/0',
  documentId: 'd1',
  range: [0, text.length] as const,
  text,
  shown: text,
  suspect: [],
  headings: [],
});

test.each([
  ['denies its passage', 'The supplier shall assign this agreement to a third party [1].'],
  [
    'cites another passage than the one that says it',
    'The supplier shall not assign this agreement [1]. The fee is 900 euros [1].',
  ],
])('a claim that %s is withheld', async (_, said) => {
  const passages = [passage(SOURCE), passage('The fee is 900 euros.')];
  const { withheld } = await answerOf(scripted('m', said), {
    question: 'May the supplier assign?',
    passages,
  });
  expect(withheld).toEqual(['unsupported-fact']);
});
