import type { RagSettings } from '../../../../config/schema.ts';
import { textHash } from '../../../content-hash.ts';
import { ConfigurationError, NotFoundError } from '../../../errors.ts';
import type { Configurations, Releases, ServedConfiguration } from '../../../release-ports.ts';
import type { ReleaseBundle } from './release-bundle.ts';

/** Holds retrieval settings of a bundle to what this version of the program takes. */
export type ReadRag = (rag: unknown) => RagSettings;

/**
 * The release of the LLM side that the live pointer names. It is read at most once in `cacheMs`, and its
 * bundle once a release, so that a roll-back acts within that time and costs a question one small read.
 */
export function servedConfiguration(options: {
  readonly releases: Pick<Releases, 'latest' | 'read'>;
  readonly readRag: ReadRag;
  readonly now: () => number;
  readonly cacheMs: number;
}): Configurations {
  const { releases, readRag, now, cacheMs } = options;
  let known: { readonly served: ServedConfiguration; readonly readAt: number } | null = null;
  return {
    async current() {
      const readAt = now();
      if (known !== null && readAt - known.readAt < cacheMs) return known.served;
      const live = (await releases.latest('llmops'))?.pointers.live ?? null;
      if (live === null) {
        throw new NotFoundError(
          'a release of the LLM side must serve, and none was published; deploy, or npx strata run',
        );
      }
      const served =
        known?.served.release === live
          ? known.served
          : configurationOf(live, await releases.read('llmops', live), readRag);
      known = { served, readAt };
      return served;
    },
  };
}

/** @throws ConfigurationError for a bundle of the other side, or settings that are taken no more */
export function configurationOf(
  release: string,
  bundle: ReleaseBundle,
  readRag: ReadRag,
): ServedConfiguration {
  if (bundle.side !== 'llmops') {
    throw new ConfigurationError(`release ${release} must be of the LLM side; it is not`);
  }
  const { prompts, models, rag, guardrail } = bundle;
  return {
    release,
    prompts: Object.fromEntries(
      Object.entries(prompts).map(([task, { version, template }]) => [
        task,
        { version, template, hash: textHash(template) },
      ]),
    ),
    models,
    rag: readRag(rag),
    guardrail,
  };
}
