import { isSamePlace } from '../../text/laws.ts';
import { COMPANY, LEGAL_FORM } from '../../text/legal-forms.ts';
import { type DocumentFacts, valuesOf } from './document-facts.ts';
import { type Token, tokensOf } from './phrases.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A value of documents that a question says: a party, a place, a number, a file. */
export interface NamedValue {
  /** `file`: the name of a document's file. */
  readonly type: 'party' | 'place' | 'code' | 'file';
  /** As fields hold it, in each way that they do. */
  readonly values: readonly string[];
  /** Fields that hold it. */
  readonly fields: readonly string[];
  /** Documents that hold it in any of them. */
  readonly documentIds: readonly string[];
  readonly at: number;
  readonly tokens: readonly number[];
}
interface Known {
  readonly type: NamedValue['type'];
  readonly words: readonly string[];
  readonly values: Set<string>;
  readonly fields: Set<string>;
  readonly documentIds: Set<string>;
}

const FORMS = new RegExp(`(?<![\\p{L}\\d])(?:${LEGAL_FORM})(?![\\p{L}\\d])\\.?`, 'gu');
/** Shorter ones are quantities and sections. */
const LEAST_CODE = 3;

/** Values of the documents that stand in a question, the longest where several begin. */
export function namedValues(
  tokens: readonly Token[],
  documents: readonly DocumentFacts[],
  vocabulary: Vocabulary,
): readonly NamedValue[] {
  const known = indexValues(documents, vocabulary);
  const found: NamedValue[] = [];
  let at = 0;
  while (at < tokens.length) {
    const here = (known.get(tokens[at]?.word ?? '') ?? []).filter((one) =>
      standsAt(one, tokens, at),
    );
    const longest = Math.max(0, ...here.map(({ words }) => words.length));
    const best = here.filter(({ words }) => words.length === longest);
    if (best.length > 0) found.push(foundValue(best, tokens, at, longest));
    at += Math.max(1, longest);
  }
  return found;
}

/** Something that is called by a name here which no document bears: `Acme Ltd`. */
export function unknownParty(text: string, tokens: readonly Token[], taken: ReadonlySet<number>) {
  for (const { 0: name, index } of text.matchAll(COMPANY)) {
    const positions = tokens.flatMap(({ start, end }, at) =>
      start >= index && end <= index + name.length ? [at] : [],
    );
    if (positions.length > 0 && positions.every((at) => !taken.has(at))) return name;
  }
  return null;
}

function foundValue(best: readonly Known[], tokens: readonly Token[], at: number, length: number) {
  const [first] = best;
  const end = endOfName(tokens, at + length, first?.type === 'party');
  return {
    type: first?.type ?? 'code',
    values: [...new Set(best.flatMap(({ values }) => [...values]))],
    fields: [...new Set(best.flatMap(({ fields }) => [...fields]))],
    documentIds: [...new Set(best.flatMap(({ documentIds }) => [...documentIds]))],
    at,
    tokens: Array.from({ length: end - at }, (_, ahead) => at + ahead),
  } as const;
}

/** A legal form after a party's name belongs to it. */
function endOfName(tokens: readonly Token[], from: number, isParty: boolean): number {
  if (!isParty) return from;
  for (let length = 4; length >= 1; length -= 1) {
    const words = tokens.slice(from, from + length).map(({ word }) => word);
    if (words.length === length && legalForms().has(words.join(' '))) return from + length;
  }
  return from;
}

function standsAt({ words, type }: Known, tokens: readonly Token[], at: number): boolean {
  if (!words.every((word, ahead) => tokens[at + ahead]?.word === word)) return false;
  // A name of one word may be a word of the language: `Total`, `Orange`.
  return type === 'code' || type === 'file' || words.length > 1 || tokens[at]?.capital === true;
}

function indexValues(documents: readonly DocumentFacts[], { fields }: Vocabulary) {
  const all = new Map<string, Known>();
  const add = (
    type: Known['type'],
    written: string,
    value: string,
    field: string | null,
    documentId: string,
  ) => {
    const words = tokensOf(written).map(({ word }) => word);
    if (words.length === 0) return;
    const key = `${type} ${words.join(' ')}`;
    const known = all.get(key) ?? {
      type,
      words,
      values: new Set<string>(),
      fields: new Set<string>(),
      documentIds: new Set<string>(),
    };
    known.values.add(value);
    if (field !== null) known.fields.add(field);
    known.documentIds.add(documentId);
    all.set(key, known);
  };
  for (const document of documents) {
    const { documentId, name } = document;
    add('file', name, name, null, documentId);
    const stem =
      name
        .split('/')
        .at(-1)
        ?.replace(/\.[^.]{1,5}$/, '') ?? '';
    if (/\d/.test(stem) && stem.length > LEAST_CODE) add('file', stem, name, null, documentId);
    for (const [field, { type }] of fields) {
      for (const value of valuesOf(document, field)) {
        if (type === 'party') {
          add('party', value, value, field, documentId);
          add('party', value.replace(/[("“].*$/u, '').replace(FORMS, ''), value, field, documentId);
        } else if (type === 'place') add('place', value, value, field, documentId);
        else if (type === 'code' && isNumbered(value)) add('code', value, value, field, documentId);
      }
    }
  }
  const index = new Map<string, Known[]>();
  for (const known of all.values()) {
    const [first = ''] = known.words;
    index.set(first, [...(index.get(first) ?? []), known]);
  }
  return index;
}

function isNumbered(value: string): boolean {
  return /\d/.test(value) && value.replace(/[^\p{L}\p{N}]/gu, '').length >= LEAST_CODE;
}

/** Values of a place field that mean the same as one that the question says. */
export function samePlaces(
  named: NamedValue,
  documents: readonly DocumentFacts[],
): readonly string[] {
  const all = new Set(
    named.fields.flatMap((field) => documents.flatMap((document) => valuesOf(document, field))),
  );
  return [...all].filter((value) => named.values.some((one) => isSamePlace(one, value)));
}

let forms: ReadonlySet<string> | undefined;

function legalForms(): ReadonlySet<string> {
  forms ??= new Set(
    LEGAL_FORM.split('|').map((form) =>
      tokensOf(form.replaceAll(String.raw`\.?`, '.').replaceAll('[ ]?', ' '))
        .map(({ word }) => word)
        .join(' '),
    ),
  );
  return forms;
}
