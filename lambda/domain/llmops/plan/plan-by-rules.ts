import type { DocumentFacts } from './document-facts.ts';
import { valuesOf } from './document-facts.ts';
import type { Condition, Operation, QuestionKind, RecordQuery } from './record-query.ts';
import { continueQuery, type Previous } from './follow-up.ts';
import { readQuestion, type ReadQuestion } from './read-question.ts';
import { runQuery } from './run-query.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How a question is answered. */
export interface QuestionPlan {
  readonly kind: QuestionKind;
  /** `records`: by `query`; `passages`: from what documents say; `refuse`: with what can be asked. */
  readonly route: 'passages' | 'records' | 'refuse';
  readonly query: RecordQuery | null;
  /** The one document that it is about. */
  readonly documentId: string | null;
  /** Words of the question that mean nothing to the taxonomy or to the records. */
  readonly unclear: readonly string[];
  /** It speaks of many documents: a query may answer it where the rules found none. */
  readonly isOfMany: boolean;
}
export interface Asked {
  readonly question: string;
  /** The document on whose page it is asked. */
  readonly documentId: string | null;
  readonly documents: readonly DocumentFacts[];
  readonly vocabulary: Vocabulary;
  /** What the question before was about; null for the first. */
  readonly previous?: Previous | null;
}

/** Types whose different values are things that can be counted. */
const COUNTED: ReadonlySet<string> = new Set(['party', 'place', 'currency']);

const EVERYTHING: RecordQuery = {
  operation: 'list',
  categories: [],
  field: null,
  conditions: [],
  documentIds: [],
  limit: 1,
  violates: [],
};

/**
 * Plans a question by the taxonomy's names, what documents call such things, and the documents' own
 * values. Counting and summing needs every word of the question understood: one that is left over makes
 * it a question to the passages, or one that is refused; a guess would be shown as an answer.
 */
export function planByRules(asked: Asked): QuestionPlan {
  const said = readQuestion(asked.question, asked.documents, asked.vocabulary);
  const { unclear, isOfMany } = said;
  const base = { query: null, documentId: asked.documentId, unclear, isOfMany };
  if (said.isSmallTalk) return { ...base, kind: 'outside', route: 'refuse' };
  const ids = namedDocuments(asked, said);
  const [id] = ids;
  if (ids.length > 1) return comparison(said, ids, unclear);
  if (asked.documentId !== null) return aboutOne(asked, said, asked.documentId);
  if (id !== undefined) return aboutOne(asked, said, id);
  const going = goingOn(asked, said);
  if (going !== null) return going;
  const lacking = lackQuery(said);
  const query = lacking ?? queryOf(said, asked.vocabulary);
  if (query === null) return { ...base, kind: 'across', route: 'passages' };
  const kind = lacking === null ? 'records' : 'lacking';
  const one = lacking === null ? onlyOne(asked, said, query) : null;
  if (one !== null) return aboutOne(asked, said, one);
  if (unclear.length === 0) return { ...base, kind, route: 'records', query };
  // What a list is to hold may stand in the documents' words; how many documents, or how much, does not.
  const isReckoned = said.isOfMany && (query.operation !== 'list' || lacking !== null);
  return isReckoned
    ? { ...base, kind, route: 'refuse' }
    : { ...base, kind: 'across', route: 'passages' };
}

/** A question that names no documents of its own is about those of the question before. */
function goingOn(asked: Asked, said: ReadQuestion): QuestionPlan | null {
  const { previous } = asked;
  if (previous === undefined || previous === null || !said.isFollowUp) return null;
  if (said.categories.length > 0 || said.isOfMany) return null;
  if (previous.documentId !== null) return aboutOne(asked, said, previous.documentId);
  if (previous.query === null || said.unclear.length > 0) return null;
  const before = continueQuery(previous.query, said);
  const many = { ...said, categories: before.categories, conditions: before.conditions };
  const query = queryOf({ ...many, isOfMany: true }, asked.vocabulary);
  if (query === null) return null;
  const isAsked = said.asks.size > 0 || said.fields.length > 0;
  return {
    kind: 'records',
    route: 'records',
    query: isAsked ? { ...query, documentIds: before.documentIds } : before,
    documentId: null,
    unclear: [],
    isOfMany: true,
  };
}

/** Documents that are named by their number or file, each once. */
function namedDocuments({ documents, vocabulary }: Asked, said: ReadQuestion): readonly string[] {
  const { ownNumber } = vocabulary;
  const found = said.named.flatMap((named) => {
    if (named.type === 'file') return named.documentIds.length === 1 ? named.documentIds : [];
    if (named.type !== 'code' || ownNumber === null) return [];
    const bearers = documents.filter((document) =>
      valuesOf(document, ownNumber).some((value) => named.values.includes(value)),
    );
    const wanted = bearers.filter(
      ({ category }) => said.categories.length === 0 || said.categories.includes(category),
    );
    return wanted.length === 1 ? [wanted[0]?.documentId ?? ''] : [];
  });
  return [...new Set(found)];
}

/** A single document that its kind and parties tell: `the lease of Acme Ltd`. */
function onlyOne(asked: Asked, said: ReadQuestion, query: RecordQuery): string | null {
  if (said.isOfMany || query.operation !== 'list' || said.asks.has('list')) return null;
  const { rows } = runQuery({ ...query, field: null }, asked.documents, asked.vocabulary);
  return rows.length === 1 ? (rows[0]?.documentId ?? null) : null;
}

/** A field that it asks for is told where it was read; all else is looked for in its text. */
function aboutOne(asked: Asked, said: ReadQuestion, documentId: string): QuestionPlan {
  const document = asked.documents.find((one) => one.documentId === documentId);
  const fields = [...new Set(said.fields.map(({ name }) => name))];
  const [field] = fields;
  const fact = field === undefined ? undefined : document?.fields[field];
  const base = { kind: 'document', documentId, unclear: said.unclear, isOfMany: false } as const;
  const isRecorded =
    fields.length === 1 && fact !== undefined && fact.spans.length > 0 && said.unclear.length === 0;
  if (!isRecorded || field === undefined || said.asks.has('lack')) {
    return { ...base, route: 'passages', query: null };
  }
  const query: RecordQuery = {
    ...EVERYTHING,
    operation: 'value',
    field,
    documentIds: [documentId],
  };
  return { ...base, route: 'records', query };
}

function comparison(
  said: ReadQuestion,
  ids: readonly string[],
  unclear: readonly string[],
): QuestionPlan {
  const field = said.fields[0]?.name ?? null;
  const query: RecordQuery = { ...EVERYTHING, operation: 'compare', field, documentIds: [...ids] };
  const isWhole = unclear.length === 0 && field !== null;
  const base = { kind: 'compare', documentId: null, unclear, isOfMany: false } as const;
  return isWhole
    ? { ...base, route: 'records', query }
    : { ...base, route: 'passages', query: null };
}

function lackQuery(said: ReadQuestion): RecordQuery | null {
  const at = said.asks.get('lack');
  const lacked = said.fields.find((field) => at !== undefined && field.at > at) ?? said.fields[0];
  if (at === undefined || !isAboutDocuments(said)) return null;
  if (lacked === undefined && said.rules.length === 0) return null;
  const operation = said.asks.has('count') ? 'count' : 'list';
  const absent: Condition[] =
    said.rules.length > 0 || lacked === undefined
      ? []
      : [{ fields: [lacked.name], comparison: 'absent', values: [] }];
  return {
    ...EVERYTHING,
    operation,
    categories: [...said.categories],
    conditions: [...said.conditions, ...absent],
    violates: [...said.rules],
  };
}

function queryOf(said: ReadQuestion, vocabulary: Vocabulary): RecordQuery | null {
  const operation = operationOf(said, vocabulary);
  const base = {
    categories: [...said.categories],
    conditions: [...said.conditions],
    limit: said.limit,
  };
  const field = said.fields[0]?.name ?? null;
  const isNamed = isAboutDocuments(said);
  switch (operation) {
    case 'count': {
      const type = vocabulary.fields.get(field ?? '')?.type ?? 'date';
      const isOfValues = said.categories.length === 0 && COUNTED.has(type);
      if (!isNamed && !isOfValues) return null;
      return { ...EVERYTHING, ...base, operation, field: isOfValues ? field : null };
    }
    case 'sum':
    case 'average':
      return isNamed
        ? { ...EVERYTHING, ...base, operation, field: field ?? vocabulary.mainAmount }
        : null;
    case 'largest':
    case 'smallest':
      return isNamed
        ? { ...EVERYTHING, ...base, operation, field: field ?? rankedBy(said, vocabulary) }
        : null;
    case 'list':
    case 'value':
    case 'compare':
      return isNamed && (said.isOfMany || said.conditions.length > 0)
        ? { ...EVERYTHING, ...base, field }
        : null;
  }
}

function isAboutDocuments(said: ReadQuestion): boolean {
  return said.categories.length > 0 || said.isOfMany || said.conditions.length > 0;
}

function rankedBy({ asks }: ReadQuestion, { mainAmount, mainDate }: Vocabulary): string | null {
  return asks.has('latest') || asks.has('earliest') ? mainDate : mainAmount;
}

/** `What is the total of all invoices?` adds up; `which`, `list` and plain plurals list. */
function operationOf(said: ReadQuestion, vocabulary: Vocabulary): Operation {
  const { asks } = said;
  if (asks.has('average')) return 'average';
  if (asks.has('largest') || asks.has('latest')) return 'largest';
  if (asks.has('smallest') || asks.has('earliest')) return 'smallest';
  if (asks.has('count')) return 'count';
  if (asks.has('sum')) return 'sum';
  const [field] = said.fields;
  const type = vocabulary.fields.get(field?.name ?? '')?.type;
  return type === 'amount' && said.isOfMany && !asks.has('list') ? 'sum' : 'list';
}
