import { type Action, type Capability, partsOf } from '../../lambda/capabilities.ts';
import { ConfigurationError } from '../../lambda/errors.ts';
import type { StrataFunction } from './strata-function.ts';

/** Gives a function the rights and the environment of one action, for kinds where it has some. */
export type Offer = (fn: StrataFunction, kinds: readonly string[]) => void;

/**
 * What constructs can give to functions, by action. Each construct offers the actions on what it owns;
 * a function takes exactly what its declaration touches. Nothing else adds rights to functions.
 */
export class Grants {
  readonly #offers = new Map<Action, Offer>();

  offer(action: Action, give: Offer): void {
    this.#offers.set(action, give);
  }

  /** @throws ConfigurationError where nothing below the function offers what it touches */
  give(fn: StrataFunction, capabilities: readonly Capability[]): void {
    const kinds = new Map<Action, string[]>();
    for (const capability of capabilities) {
      const { action, kind } = partsOf(capability);
      kinds.set(action, [...(kinds.get(action) ?? []), ...(kind === null ? [] : [kind])]);
    }
    for (const [action, some] of kinds) {
      const give = this.#offers.get(action);
      if (!give) {
        throw new ConfigurationError(
          `${fn.stem} touches ${action}, which no construct below it offers; call grants.offer there`,
        );
      }
      give(fn, some);
    }
  }
}
