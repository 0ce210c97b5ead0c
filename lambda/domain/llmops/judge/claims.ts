import { citedPassages, withoutMarks } from '../../gateway/answer-text.ts';
import type { ShownPassage } from '../answer/answer.ts';
import type { SentenceGroup } from '../answer/answer-sentences.ts';

/** What an answer says up to its next marks. */
export interface Claim {
  /** As it was written: its sentences with the space before them and their marks. */
  readonly written: string;
  /** Without marks. */
  readonly text: string;
  /** The passages that it cites, each once, of those that were shown. */
  readonly cited: readonly CitedPassage[];
}

export interface CitedPassage {
  readonly mark: number;
  readonly passage: ShownPassage;
}

/** The claims of a group, in order; a sentence without a mark is part of the next one that has. */
export function claimsOf(
  group: SentenceGroup,
  passages: readonly ShownPassage[],
): readonly Claim[] {
  const claims: Claim[] = [];
  let written = '';
  for (const [at, sentence] of group.entries()) {
    written += sentence;
    const marks = citedPassages(sentence);
    if (marks.length === 0 && at < group.length - 1) continue;
    const cited = marks.flatMap((mark) => {
      const passage = passages[mark - 1];
      return passage === undefined ? [] : [{ mark, passage }];
    });
    claims.push({ written, text: withoutMarks(written).trim(), cited });
    written = '';
  }
  return claims;
}
