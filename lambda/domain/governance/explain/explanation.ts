/** What can be shown for a statement: a name, and what stands there. */
export interface Evidence {
  readonly name: string;
  readonly value: string;
}

/** One of the five questions that any past result must be able to answer. */
export interface ExplainedQuestion {
  readonly question: (typeof FIVE_QUESTIONS)[number];
  /** `missing`: the records should say, and do not; `none`: there was nothing to say. */
  readonly status: 'answered' | 'none' | 'missing';
  /** In one sentence. */
  readonly said: string;
  readonly evidence: readonly Evidence[];
}

/** A past result, explained from the records alone. */
export interface Explanation {
  readonly id: string;
  readonly kind: 'answer' | 'document';
  /** What was asked, or the document's name. */
  readonly subject: string;
  readonly at: string;
  /** Who asked; null where there was no sign-in. */
  readonly by: string | null;
  /** How it ended, and with what. */
  readonly outcome: readonly Evidence[];
  readonly questions: readonly ExplainedQuestion[];
}

export const FIVE_QUESTIONS = [
  'Which prompt or model was used?',
  'Which documents were used, and why?',
  'Which guardrails and rules were applied, and what did they do?',
  'Who approved what was used?',
  'What did it cost?',
] as const;

/** An approval of something that was used: who made a version serve, and when. */
export interface Approval {
  /** What was approved, such as `model 1f2e…`. */
  readonly of: string;
  readonly by: readonly string[];
  readonly at: string | null;
  /** Key of the record that says so. */
  readonly record: string;
}

export function usd(amount: number | null): string {
  return amount === null ? 'not known' : `$${amount.toFixed(6)}`;
}

/** The fourth question is the same of every result: each thing used needs its approval. */
export function explainApprovals(
  used: readonly string[],
  approvals: readonly Approval[],
): ExplainedQuestion {
  const question = FIVE_QUESTIONS[3];
  if (used.length === 0) {
    return { question, status: 'none', said: 'Nothing that is approved was used.', evidence: [] };
  }
  const evidence = used.map((name) => {
    const approval = approvals.find((one) => one.of === name);
    const value =
      approval === undefined
        ? 'no record names who approved it'
        : `${approval.by.join(' and ')}${approval.at === null ? '' : `, ${approval.at}`} (${approval.record})`;
    return { name, value };
  });
  const approved = used.filter((name) => approvals.some((one) => one.of === name)).length;
  return {
    question,
    status: approved === used.length ? 'answered' : 'missing',
    said: `${approved} of ${used.length} have an approval on record.`,
    evidence,
  };
}
