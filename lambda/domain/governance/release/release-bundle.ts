import * as z from 'zod';
import { contentHash } from '../../../content-hash.ts';
import { lazily } from '../../../lazily.ts';

/** All that decides how the LLM side behaves. */
export interface LlmopsBundle {
  readonly side: 'llmops';
  /** Task → its prompt, whole: what is released does not depend on a file that may change. */
  readonly prompts: Readonly<
    Record<string, { readonly version: number; readonly template: string }>
  >;
  /** Role → id of its model, as in `config/models.ts`. */
  readonly models: Readonly<Record<string, string>>;
  /** `rag` of the profile. */
  readonly rag: Readonly<Record<string, string | number>>;
  readonly guardrail: {
    readonly id: string;
    readonly version: string;
    /** `config/guardrail.json` that the version was made from. */
    readonly policy: unknown;
  };
}

/** All that decides how the classical side behaves. */
export interface MlopsBundle {
  readonly side: 'mlops';
  /** Version of the model bundle. */
  readonly model: string;
  readonly dataSet: string;
  /** Part of the model bundle (vectoriser, trees, calibration …) → hash of its content. */
  readonly parts: Readonly<Record<string, string>>;
}
export type ReleaseBundle = LlmopsBundle | MlopsBundle;

/** What stands in the store, before anybody has looked at its hash. */
export const releaseBundleSchema = lazily(
  (): z.ZodType<ReleaseBundle> =>
    z.discriminatedUnion('side', [
      z.strictObject({
        side: z.literal('llmops'),
        prompts: z.record(
          z.string(),
          z.strictObject({ version: z.int().min(1), template: z.string() }),
        ),
        models: z.record(z.string(), z.string()),
        rag: z.record(z.string(), z.union([z.string(), z.number()])),
        guardrail: z.strictObject({ id: z.string(), version: z.string(), policy: z.unknown() }),
      }),
      z.strictObject({
        side: z.literal('mlops'),
        model: z.string(),
        dataSet: z.string(),
        parts: z.record(z.string(), z.string()),
      }),
    ]),
);

/** Its name: SHA-256 of its canonical JSON, hexadecimal. */
export function releaseId(bundle: ReleaseBundle): string {
  return contentHash(bundle);
}
