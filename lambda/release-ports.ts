import type { RagSettings } from '../config/schema.ts';
import type { PromptTask } from './domain/gateway/language-model-exchange.ts';
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

/** The released bundle that decides how the LLM side behaves now. */
export interface ServedConfiguration {
  /** Its id in the registry: answers and documents name it. */
  readonly release: string;
  readonly prompts: Readonly<
    Partial<
      Record<
        PromptTask,
        {
          readonly version: number;
          /** SHA-256 of the template, hexadecimal. */
          readonly hash: string;
          readonly template: string;
        }
      >
    >
  >;
  /** Role → id of its model. */
  readonly models: Readonly<Record<string, string>>;
  readonly rag: RagSettings;
  readonly guardrail: { readonly id: string; readonly version: string; readonly policy: unknown };
}
export interface Configurations {
  /**
   * What the live pointer names, at most half a minute old.
   * @throws NotFoundError where nothing was released; RefusedError where it was altered
   */
  current(): Promise<ServedConfiguration>;
}
