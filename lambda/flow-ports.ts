import type { DocumentReference, FlowResults } from './domain/document/document.ts';
import type { Answer } from './domain/llmops/answer/answer.ts';
import type { Release } from './domain/llmops/answer/answer-in-making.ts';

/** The flows that are started from a request or an event. */
export interface Flows {
  /** Lets the document flow begin as soon as there is room, and does not wait for it. */
  startDocumentFlow(document: DocumentReference): Promise<void>;
  /**
   * Runs the document flow and waits for its end, whichever it is; the same document and attempt is one
   * execution, and one that runs already is waited for.
   * @throws UnavailableError where it has not ended in the caller's time: call again
   */
  followDocumentFlow(document: DocumentReference, again: Again): Promise<void>;
  /**
   * Runs the answer flow to its end where its states have functions of their own.
   * @throws LimitExceededError, UnavailableError (the caller says when to try again)
   */
  awaitAnswer(question: FlowQuestion): Promise<Answer>;
  /** Runs the same definition in this process; `watched` is told what happens. */
  runAnswer(question: FlowQuestion, watched?: Watched): Promise<Answer>;
}
/** What an earlier flow left of a document. */
export interface Again {
  /** ISO 8601: a document that was erased and comes again is not the one before. */
  readonly receivedAt: string;
  /** Flows that have ended. */
  readonly attempt: number;
  /** Side → its result: it is not done again. */
  readonly known: Partial<Record<string, FlowResults[number]>>;
}
export interface Watched {
  /** Name of each Task of the flow as it begins. */
  readonly onTask?: (name: string) => void;
  /** Is given each part of the answer as it is released. */
  readonly release?: Release;
  /** Aborted when nobody waits any more: the record is closed as interrupted. */
  readonly left?: AbortSignal;
}
/** Input of the answer flow. */
export interface FlowQuestion {
  readonly tenant: string;
  readonly interactionId: string;
  readonly question: string;
  /** Only chunks of this document; null searches all of the tenant. */
  readonly documentId: string | null;
  /** The caller's id in the user pool; null where there is no sign-in. */
  readonly askedBy: string | null;
  /** The interaction that this question goes on from; null for the first of a conversation. */
  readonly follows: string | null;
}
