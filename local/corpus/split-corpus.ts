import { createHash } from 'node:crypto';
import { seededRandom, shuffle } from '../../lambda/domain/features/random.ts';
import { InvalidInputError } from '../../lambda/errors.ts';
import type { Corpus, CorpusDocument } from './corpus.ts';

export interface CorpusSplitRequest {
  /** Every document of it is processed. */
  readonly corpus: Corpus;
  /** Where labels are learned; null: in `corpus` itself. */
  readonly train: Corpus | null;
  readonly seed: number;
}

export interface SplitCorpus {
  /** The corpus that the training documents, categories and fields come from; null: none has labels. */
  readonly trainingCorpus: Corpus | null;
  readonly train: readonly CorpusDocument[];
  /** Documents of `corpus` that both sides are measured on. */
  readonly scored: readonly CorpusDocument[];
}

const TRAIN_SHARE = 0.7;

/**
 * Who learns and who is scored (rules: docs/corpus.md).
 * @throws InvalidInputError where nothing could be learned although labels exist
 */
export function splitCorpus({ corpus, train, seed }: CorpusSplitRequest): SplitCorpus {
  const labelled = corpus.documents.filter((document) => document.labelled);
  if (train !== null) {
    return {
      trainingCorpus: train,
      train: trainingDocuments(train),
      scored: labelled.filter((document) => document.split !== 'train'),
    };
  }
  if (labelled.length === 0) return { trainingCorpus: null, train: [], scored: [] };
  if (labelled.every((document) => document.split === 'test')) {
    throw new InvalidInputError(
      `a corpus that is split "test" throughout must come with one to learn from, got ` +
        `"${corpus.name}" alone; give --train DIR`,
    );
  }
  const parts = labelled.some((document) => document.split !== null)
    ? splitAsLabelled(labelled)
    : splitBySeed(labelled, seed);
  return { trainingCorpus: corpus, ...parts };
}

function trainingDocuments(corpus: Corpus): CorpusDocument[] {
  const documents = corpus.documents.filter((one) => one.labelled && one.split !== 'test');
  if (documents.length > 0) return documents;
  throw new InvalidInputError(
    `--train must name a corpus with labelled documents that are not split "test", got ` +
      `"${corpus.name}" (${corpus.documents.length} documents); add labels.jsonl or name another`,
  );
}

/** Lines without a split learn, unless no line says `test`: then they are what is scored. */
function splitAsLabelled(labelled: readonly CorpusDocument[]): Omit<SplitCorpus, 'trainingCorpus'> {
  const hasTest = labelled.some((document) => document.split === 'test');
  const learns = ({ split }: CorpusDocument): boolean =>
    hasTest ? split !== 'test' : split === 'train';
  return {
    train: labelled.filter(learns),
    scored: labelled.filter((document) => !learns(document)),
  };
}

/** 70 % of each category, rounded; a category of two or more has at least one on either side. */
function splitBySeed(
  labelled: readonly CorpusDocument[],
  seed: number,
): Omit<SplitCorpus, 'trainingCorpus'> {
  const categories = new Set(labelled.map((document) => document.category));
  const learning = new Set<string>();
  for (const category of categories) {
    const documents = labelled.filter((document) => document.category === category);
    const count = Math.round(documents.length * TRAIN_SHARE);
    const bounded = Math.min(Math.max(count, 1), Math.max(documents.length - 1, 1));
    const drawn = shuffle(documents, seededRandom(seedOf(seed, category ?? '')));
    for (const document of drawn.slice(0, bounded)) learning.add(document.id);
  }
  return {
    train: labelled.filter((document) => learning.has(document.id)),
    scored: labelled.filter((document) => !learning.has(document.id)),
  };
}

/** A generator of its own for each category: another category's documents do not move this one's. */
function seedOf(seed: number, category: string): number {
  return createHash('sha256').update(`${seed}\n${category}`).digest().readUInt32BE(0);
}
