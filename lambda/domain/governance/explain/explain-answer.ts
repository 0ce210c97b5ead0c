import { releaseName } from './release-approvals.ts';
import type { Answer, OpenInteraction } from '../../llmops/answer/answer.ts';
import type { StoredPrompt } from '../../llmops/answer/stored-prompt.ts';
import {
  type Approval,
  type Evidence,
  explainApprovals,
  type ExplainedQuestion,
  type Explanation,
  FIVE_QUESTIONS,
  usd,
} from './explanation.ts';

/** What is on record of a question. */
export interface AnswerEvidence {
  readonly answer: Answer;
  /** What the model was shown; null where the blob is gone. */
  readonly shown: StoredPrompt | null;
  readonly approvals: readonly Approval[];
  /** Names of documents by id, of those that are still there. */
  readonly names: ReadonlyMap<string, string>;
}

const SHOWN = 160;

/** Answers the five questions of a past answer, each with where it stands. */
export function explainAnswer(evidence: AnswerEvidence): Explanation {
  const { answer, approvals } = evidence;
  return {
    id: answer.interactionId,
    kind: 'answer',
    subject: answer.question,
    at: answer.askedAt,
    by: answer.askedBy,
    outcome: [
      { name: 'status', value: answer.status },
      {
        name: 'kind of question',
        value: `${answer.kind ?? 'not planned'}${answer.plannedBy === undefined ? '' : `, by ${answer.plannedBy}`}`,
      },
      { name: 'text', value: answer.text },
      { name: 'reader', value: readerOf(answer) },
      { name: 'fallback', value: answer.fallback },
      ...(answer.cause === null ? [] : [{ name: 'cause', value: answer.cause }]),
      { name: 'duration', value: `${answer.durationMs} ms` },
    ],
    questions: [
      whichPrompt(evidence),
      whichDocuments(evidence),
      whichGuardrails(answer),
      explainApprovals(usedBy(answer), approvals),
      whatCost(answer),
    ],
  };
}

/** An answer that was never closed: what is known of it. */
export function explainOpen(open: OpenInteraction): Explanation {
  const question = (at: number, said: string): ExplainedQuestion => ({
    question: FIVE_QUESTIONS[at] ?? FIVE_QUESTIONS[0],
    status: 'missing',
    said,
    evidence: [],
  });
  return {
    id: open.interactionId,
    kind: 'answer',
    subject: open.question,
    at: open.askedAt,
    by: open.askedBy,
    outcome: [
      { name: 'status', value: 'open: it is being answered, or whatever answered it ended' },
    ],
    questions: FIVE_QUESTIONS.map((_, at) =>
      question(
        at,
        'The record is open; within five minutes it is closed, as interrupted at least.',
      ),
    ),
  };
}

/** What was used and needs an approval. */
export function usedBy({ prompt, configuration }: Answer): readonly string[] {
  if (prompt === null || configuration === null) return [];
  const { release } = configuration;
  if (release !== undefined) return [releaseName(release)];
  return [`prompt ${prompt.name} v${prompt.version} ${prompt.hash.slice(0, 12)}`];
}

function readerOf({ reader }: Answer): string {
  if (reader === 'extractive') return 'extractive, not a language model';
  return reader === 'records' ? 'extracted fields, no language model' : reader;
}

function whichPrompt({ answer, shown }: AnswerEvidence): ExplainedQuestion {
  const { prompt, configuration, records } = answer;
  const question = FIVE_QUESTIONS[0];
  const configured: Evidence[] =
    configuration === null
      ? []
      : [
          { name: 'configuration', value: configuration.hash },
          { name: 'release', value: configuration.release ?? 'older than releases' },
          { name: 'models', value: configuration.models.join(', then ') },
          {
            name: 'retrieval',
            value: Object.entries(configuration.rag)
              .map(([name, value]) => `${name} ${value}`)
              .join(', '),
          },
        ];
  if (prompt === null) {
    const said =
      records === undefined
        ? 'No prompt was rendered: the question was not let through, or asked for nothing.'
        : 'No prompt: extracted fields answered by a query.';
    const query =
      records === undefined ? [] : [{ name: 'query', value: JSON.stringify(records.query) }];
    return { question, status: 'none', said, evidence: [...query, ...configured] };
  }
  return {
    question,
    status: shown === null ? 'missing' : 'answered',
    said:
      `${prompt.name} version ${prompt.version}` +
      (shown === null ? '; what the model was shown is gone' : ', as it was rendered'),
    evidence: [
      { name: 'hash of the template', value: prompt.hash },
      ...(shown === null ? [] : [{ name: 'rendered', value: `${shown.prompt.length} characters` }]),
      ...configured,
    ],
  };
}

function whichDocuments({ answer, shown, names }: AnswerEvidence): ExplainedQuestion {
  const question = FIVE_QUESTIONS[1];
  const nameOf = (id: string) => names.get(id) ?? `${id} (gone)`;
  const { records, retrieved, clause, documentId } = answer;
  if (records !== undefined) {
    const rows = records.rows.map(({ documentId: id, value, confidence }) => ({
      name: nameOf(id),
      value: `${value ?? 'met the query'}, confidence ${confidence.toFixed(2)}`,
    }));
    const said = `${records.found} of ${records.looked} documents met the query.`;
    return { question, status: 'answered', said, evidence: rows };
  }
  const why = [
    documentId === null ? 'all documents were searched' : `only ${nameOf(documentId)} was searched`,
    ...(clause === null
      ? []
      : [`what was learned of the clause “${clause}” was added to the search`]),
  ].join('; ');
  if (retrieved.length === 0) {
    return { question, status: 'none', said: `Nothing was retrieved: ${why}.`, evidence: [] };
  }
  const evidence = retrieved.map((chunk, index) => {
    const passage = shown?.passages.find(({ chunkId }) => chunkId === chunk.chunkId);
    const cited = answer.citations.some(({ chunkId }) => chunkId === chunk.chunkId);
    const ranks = [
      ...(chunk.vectorRank === null ? [] : [`rank ${chunk.vectorRank} by vector`]),
      ...(chunk.textRank === null ? [] : [`rank ${chunk.textRank} by words`]),
      ...(chunk.wordingRank == null ? [] : [`rank ${chunk.wordingRank} by its best sentence`]),
      ...(chunk.clauseRank == null ? [] : [`rank ${chunk.clauseRank} by the clause’s wording`]),
    ].join(', ');
    const words = passage === undefined ? '' : `: “${oneLine(passage.text).slice(0, SHOWN)}”`;
    return {
      name: `[${index + 1}] ${nameOf(chunk.documentId)} ${chunk.range[0]}–${chunk.range[1]}`,
      value: `${cited ? 'cited; ' : ''}score ${chunk.score.toFixed(4)}, ${ranks}${words}`,
    };
  });
  const shownCount = retrieved.length === 1 ? '1 passage was' : `${retrieved.length} passages were`;
  const said = `${shownCount} shown, ${answer.citations.length} citations rest on what was shown; ${why}.`;
  return { question, status: 'answered', said, evidence };
}

function whichGuardrails({
  guardrail,
  withheld,
  grounding,
  guardrailUse,
}: Answer): ExplainedQuestion {
  const { triggers } = guardrail;
  const did = triggers.map(({ policy, name, action, count, chunkId }) => ({
    name: `${policy} ${name}`,
    value: `${action}${count > 1 ? `, ${count} times` : ''}${chunkId === undefined ? '' : `, in passage ${chunkId}`}`,
  }));
  return {
    question: FIVE_QUESTIONS[2],
    status: 'answered',
    said:
      `${guardrail.id}, version ${guardrail.version}, was asked ${guardrailUse.calls} times of the answer; ` +
      `it objected to ${triggers.length} things, ${withheld.length} sentences were withheld.`,
    evidence: [
      ...did,
      ...withheld.map((reason) => ({ name: 'withheld', value: reason })),
      {
        name: 'grounding',
        value: grounding === null ? 'no answer to judge' : grounding.toFixed(3),
      },
    ],
  };
}

function whatCost({ costUsd, guardrailCostUsd, usage }: Answer): ExplainedQuestion {
  const isKnown = costUsd !== null && guardrailCostUsd !== null;
  return {
    question: FIVE_QUESTIONS[4],
    status: isKnown ? 'answered' : 'missing',
    said: isKnown
      ? `${usd(costUsd + guardrailCostUsd)} at list prices.`
      : 'A price is not known, so that no sum would be right.',
    evidence: [
      { name: 'model', value: usd(costUsd) },
      { name: 'guardrail', value: usd(guardrailCostUsd) },
      { name: 'tokens', value: `${usage.inputTokens} in, ${usage.outputTokens} out` },
    ],
  };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
