/** How agreements commonly word a clause, and how one asks for it. */
export interface ClauseTopic {
  readonly name: string;
  readonly asked: RegExp;
  /** Wordings, each with how much it tells. */
  readonly says: readonly (readonly [number, RegExp])[];
  /** Sum from which a sentence speaks of the topic. */
  readonly least: number;
  /** Wordings that take the sentence out whatever else it says. */
  readonly unless?: RegExp;
}

/** A topic in short form; a sentence speaks of it from 1 on unless `least` says otherwise. */
export function topic(
  name: string,
  asked: RegExp,
  says: ClauseTopic['says'],
  least = 1,
  unless?: RegExp,
): ClauseTopic {
  return { name, asked, says, least, ...(unless === undefined ? {} : { unless }) };
}
