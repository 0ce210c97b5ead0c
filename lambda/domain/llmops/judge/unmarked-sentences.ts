import { sentencesOf } from '../../text/sentences.ts';
import { contentWords } from '../../text/words.ts';

interface MarkedDocument {
  readonly text: string;
  /** Clause → marked spans, verbatim. */
  readonly clauses: Readonly<Record<string, readonly string[]>>;
}

/** Sentences as long as questions are. */
const LENGTH = { least: 4, most: 15 } as const;
/** As many of each document tell enough, and no long document outweighs the others. */
const MOST_QUESTIONS = 8;
const MOST_SENTENCES = 100;

/**
 * Sentences that belong to no marked clause, spread over each document: what questions about something
 * else are like (a sentence stands for a question: Lee et al., ACL 2019, inverse cloze task).
 */
export function unmarkedSentences(documents: readonly MarkedDocument[]): readonly string[] {
  return documents.flatMap((document) => {
    const asQuestions = freeSentences(document).filter((sentence) => {
      const length = contentWords(sentence).length;
      return length >= LENGTH.least && length <= LENGTH.most;
    });
    return spread(asQuestions, MOST_QUESTIONS);
  });
}

/** The same of any length, and more of them: how text reads that is no marked clause. */
export function backgroundSentences(documents: readonly MarkedDocument[]): readonly string[] {
  return documents.flatMap((document) => spread(freeSentences(document), MOST_SENTENCES));
}

function freeSentences({ text, clauses }: MarkedDocument): readonly string[] {
  const marked = Object.values(clauses)
    .flat()
    .map((span) => [text.indexOf(span), text.indexOf(span) + span.length] as const)
    .filter(([start]) => start >= 0);
  let from = 0;
  return sentencesOf(text).filter((sentence) => {
    const start = text.indexOf(sentence, from);
    const end = start + sentence.length;
    from = end;
    return marked.every((span) => span[1] <= start || span[0] >= end);
  });
}

function spread(sentences: readonly string[], most: number): readonly string[] {
  const step = Math.max(1, Math.ceil(sentences.length / most));
  return sentences.filter((_, at) => at % step === 0);
}
