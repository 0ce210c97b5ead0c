import { createHash } from 'node:crypto';
import { draw, seededRandom } from '../../../lambda/domain/features/random.ts';

/** Seeded choices. The same seed makes the same choices on every machine. */
export interface Chance {
  /** An integer from `low` to `high`, both included. */
  int(low: number, high: number): number;
  pick<T>(items: readonly T[]): T;
  /** The first with the given probability, else any. */
  prefer<T>(probability: number, items: readonly T[]): T;
  /** `count` different items in random order; all where there are fewer. */
  some<T>(items: readonly T[], count: number): T[];
  /** True with the given probability. */
  happens(probability: number): boolean;
}

/** Streams of different names are independent: what one document draws moves no other. */
export function chanceOf(seed: number, name: string): Chance {
  const start = createHash('sha256').update(`${seed}\n${name}`).digest().readUInt32BE(0);
  const random = seededRandom(start);
  const int = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
  const pick = <T>(items: readonly T[]): T => {
    const [item] = items.slice(int(0, items.length - 1));
    if (item === undefined) throw new RangeError('a list to pick from must not be empty');
    return item;
  };
  return {
    int,
    pick,
    prefer: (probability, items) => pick(random() < probability ? items.slice(0, 1) : items),
    some: (items, count) => draw(items, count, random),
    happens: (probability) => random() < probability,
  };
}
