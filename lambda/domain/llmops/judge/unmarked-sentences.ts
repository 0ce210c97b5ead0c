import { sentencesOf } from '../../text/sentences.ts';
import { contentWords } from '../../text/words.ts';

/** Sentences as long as questions are. */
const LENGTH = { least: 4, most: 15 } as const;
/** As many of each document tell enough, and no long document outweighs the others. */
const MOST_OF_A_DOCUMENT = 8;

/**
 * Sentences that belong to no marked clause, spread over each document: what questions about something
 * else are like (a sentence stands for a question: Lee et al., ACL 2019, inverse cloze task).
 */
export function unmarkedSentences(
  documents: readonly {
    readonly text: string;
    /** Clause → marked spans, verbatim. */
    readonly clauses: Readonly<Record<string, readonly string[]>>;
  }[],
): readonly string[] {
  return documents.flatMap(({ text, clauses }) => {
    const marked = Object.values(clauses)
      .flat()
      .map((span) => [text.indexOf(span), text.indexOf(span) + span.length] as const)
      .filter(([start]) => start >= 0);
    let from = 0;
    const free = sentencesOf(text).filter((sentence) => {
      const start = text.indexOf(sentence, from);
      const end = start + sentence.length;
      from = end;
      const length = contentWords(sentence).length;
      if (length < LENGTH.least || length > LENGTH.most) return false;
      return marked.every((span) => span[1] <= start || span[0] >= end);
    });
    const step = Math.max(1, Math.ceil(free.length / MOST_OF_A_DOCUMENT));
    return free.filter((_, at) => at % step === 0);
  });
}
