/** What a run found out, fact by fact. */
export class Facts {
  readonly #known: Readonly<Record<string, string>>;
  readonly #met = new Set<string>();
  #held = 0;
  #wrong = 0;

  /** Facts that do not hold yet, by name: why. One that holds must leave the table. */
  constructor(known: Readonly<Record<string, string>>) {
    this.#known = known;
  }

  /** Tries a fact: it holds when the trial does not throw. */
  async holds(fact: string, trial: () => unknown): Promise<void> {
    const started = Date.now();
    let fault: string | undefined;
    try {
      await trial();
    } catch (error) {
      fault = error instanceof Error ? error.message : String(error);
    }
    const took = `${Date.now() - started} ms`;
    const reason = this.#known[fact];
    this.#met.add(fact);
    if (fault === undefined && reason === undefined) {
      this.#held += 1;
      console.log(`ok     ${fact} (${took})`);
    } else if (fault !== undefined && reason !== undefined) {
      console.log(`known  ${fact}: ${reason}`);
    } else {
      this.#wrong += 1;
      console.log(
        `WRONG  ${fact}: ${fault ?? 'holds now; take it from the table of known faults'}`,
      );
    }
  }

  /** @returns whether all that is not known held */
  report(): boolean {
    const known = Object.keys(this.#known);
    for (const fact of known.filter((name) => !this.#met.has(name))) {
      console.log(`WRONG  the table of known faults names what was not tried: ${fact}`);
      this.#wrong += 1;
    }
    console.log(
      `ci: ${this.#held} facts hold, ${known.length} faults are known, ${this.#wrong} wrong`,
    );
    return this.#wrong === 0;
  }
}
