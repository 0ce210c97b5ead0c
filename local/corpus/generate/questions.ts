import { type Chance, chanceOf } from './chance.ts';
import type { DraftQuestion } from './draft.ts';

/** What is kept of a written document to ask about it. */
export interface AskedDocument {
  readonly id: string;
  readonly category: string;
  readonly deal: number;
  readonly fields: Readonly<Record<string, string>>;
  readonly questions: readonly DraftQuestion[];
}

/** A line of `questions.jsonl`. */
export interface GoldenQuestion {
  readonly id: string;
  readonly kind: 'factual' | 'numeric' | 'unanswerable' | 'two-document';
  readonly document?: string;
  readonly documents?: readonly string[];
  readonly question: string;
  readonly answer: string | null;
  readonly evidence: readonly string[];
  readonly answerable: boolean;
}
type Unnumbered = Omit<GoldenQuestion, 'id'>;

/** One question for so many documents. */
const DOCUMENTS_PER_QUESTION = 4;
const KINDS = ['factual', 'numeric', 'unanswerable', 'two-document'] as const;
/** Nothing that the generator writes answers these. */
const UNANSWERABLE = [
  'Which vessel carries the goods?',
  'Which university did the signatory attend?',
  'What colour are the goods?',
  'What is the tracking code of the parcel?',
  'Which bank syndicate finances the purchase?',
  'Who translated the text?',
];

/** Golden questions of four kinds in turn, as far as the documents have something to ask. */
export function chooseQuestions(
  documents: readonly AskedDocument[],
  seed: number,
): GoldenQuestion[] {
  const chance = chanceOf(seed, 'questions');
  const wanted = Math.max(1, Math.floor(documents.length / DOCUMENTS_PER_QUESTION));
  const pairs = chance.some(pairTotals(documents), wanted);
  const single = chance.some(documents, documents.length);
  const questions: GoldenQuestion[] = [];
  for (let turn = 0; questions.length < wanted && turn < wanted * KINDS.length; turn++) {
    const kind = KINDS[turn % KINDS.length] ?? 'factual';
    const found = kind === 'two-document' ? pairs.pop() : askOne(chance, kind, single);
    if (found === undefined) continue;
    const id = `q-${String(questions.length + 1).padStart(4, '0')}`;
    questions.push({ id, ...found });
  }
  return questions;
}

/** Asks the first document left that has such a question, and takes it off the list. */
function askOne(
  chance: Chance,
  kind: 'factual' | 'numeric' | 'unanswerable',
  documents: AskedDocument[],
): Unnumbered | undefined {
  const kinds = kind === 'numeric' ? ['numeric', 'total'] : [kind];
  const index = documents.findIndex(
    ({ questions }) => kind === 'unanswerable' || questions.some((one) => kinds.includes(one.kind)),
  );
  const [document] = index < 0 ? [] : documents.splice(index, 1);
  if (document === undefined) return undefined;
  const about = `In the ${nameOf(document)}: `;
  if (kind === 'unanswerable') {
    const question = about + chance.pick(UNANSWERABLE);
    const none = { answer: null, evidence: [], answerable: false };
    return { kind, document: document.id, question, ...none };
  }
  const asked = chance.pick(document.questions.filter((one) => kinds.includes(one.kind)));
  const { answer, evidence } = asked;
  const question = about + asked.question;
  return { kind, document: document.id, question, answer, evidence, answerable: true };
}

function pairTotals(documents: readonly AskedDocument[]): Unnumbered[] {
  const orders = new Map(
    documents.filter((one) => one.category === 'purchase-order').map((one) => [one.deal, one]),
  );
  return documents.flatMap((invoice): Unnumbered[] => {
    const order = invoice.category === 'invoice' ? orders.get(invoice.deal) : undefined;
    const named = invoice.fields.purchase_order_number;
    const billed = invoice.questions.find((one) => one.kind === 'total');
    const ordered = order?.questions.find((one) => one.kind === 'total');
    if (order === undefined || named === undefined || !billed || !ordered) return [];
    const same = billed.answer === ordered.answer;
    return [
      {
        kind: 'two-document',
        documents: [invoice.id, order.id],
        question: `Is the total of the ${nameOf(invoice)} that of purchase order ${named}?`,
        answer: same
          ? `Yes, both are ${billed.answer}.`
          : `No, ${billed.answer} is billed and ${ordered.answer} was ordered.`,
        evidence: [...billed.evidence, ...ordered.evidence],
        answerable: true,
      },
    ];
  });
}

/** Number and issuer, so that the question can be asked of the whole corpus too. */
function nameOf({ category, fields }: AskedDocument): string {
  const kind = category.replaceAll('-', ' ');
  const number = fields.document_number ?? `of ${fields.document_date ?? 'unknown date'}`;
  return `${kind} ${number} of ${fields.issuer_name ?? 'an unknown issuer'}`;
}
