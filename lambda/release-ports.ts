import type { ReleaseBundle } from './domain/governance/release/release-bundle.ts';
import type { ReleaseEvaluation } from './domain/governance/release/release-gates.ts';
import type { ReleaseEvent } from './domain/governance/release/release-event.ts';
import type { Side } from './domain/document/document.ts';

/** What may serve, under the hash of its content, and every move of the pointers to it. */
export interface Releases {
  /** Keeps a bundle and returns its id; the same again changes nothing. */
  keep(bundle: ReleaseBundle): Promise<string>;
  /** @throws NotFoundError; RefusedError where its bytes no longer have the hash that is its name */
  read(side: Side, id: string): Promise<ReleaseBundle>;
  /** Keeps what was measured of a release and returns its hash. */
  keepEvaluation(evaluation: ReleaseEvaluation): Promise<string>;
  /** @throws as `read` */
  readEvaluation(side: Side, hash: string): Promise<ReleaseEvaluation>;
  /** The newest event, which names what each stage points to; null where there is none. */
  latest(side: Side): Promise<ReleaseEvent | null>;
  /** Every event, the newest first. */
  history(side: Side): Promise<readonly ReleaseEvent[]>;
  /** False where an event of that number is there already: somebody was first, decide again. */
  append(event: ReleaseEvent): Promise<boolean>;
}
