/** What training and scoring do with a labelled document; null leaves it to the seeded split. */
export type CorpusSplit = 'train' | 'test';

/** A folder of documents in the open format of docs/corpus.md. */
export interface Corpus {
  readonly name: string;
  readonly licence: string | null;
  /** Absolute path of the folder. */
  readonly root: string;
  /** Ascending by id. */
  readonly documents: readonly CorpusDocument[];
  readonly questions: readonly CorpusQuestion[];
  /** Clause name → question that asks for it. */
  readonly clauseQuestions: Readonly<Record<string, string>>;
  /** Declared by `corpus.json`, else all that the labels name, ascending; null without labels. */
  readonly categories: readonly string[] | null;
  readonly fields: readonly string[] | null;
  /** SHA-256, hexadecimal, over everything that matters: labels, questions, settings, contents. */
  readonly hash: string;
}

export interface CorpusDocument {
  /** Unique in the corpus: of the label, or the path relative to the folder. */
  readonly id: string;
  /** Absolute path of the file that is read. */
  readonly path: string;
  /** The same document in other formats (absolute paths); not read as documents of their own. */
  readonly renditions: readonly string[];
  /** False: no label names it, it is processed and scored by nobody. */
  readonly labelled: boolean;
  readonly category: string | null;
  /** Gold values; null where no label says which fields the document has. */
  readonly fields: Readonly<Record<string, string | readonly string[]>> | null;
  /** Clause name → spans that stand verbatim in the document's text. */
  readonly clauses: Readonly<Record<string, readonly string[]>>;
  readonly split: CorpusSplit | null;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly contentHash: string;
}

export interface CorpusQuestion {
  readonly id: string;
  /** What kind of question it is, such as `numeric`; `other` where the corpus does not say. */
  readonly kind: string;
  readonly question: string;
  /** Ids of the documents that the question is about; empty: of the whole corpus. */
  readonly documents: readonly string[];
  readonly clause: string | null;
  readonly answer: string | null;
  /** Passages of those documents that carry the answer, verbatim. */
  readonly evidence: readonly string[];
  /** False: the corpus does not say; the right reply is that there is no answer. */
  readonly answerable: boolean;
}
