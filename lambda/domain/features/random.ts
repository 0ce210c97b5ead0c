/** Seeded generator of numbers in [0, 1): mulberry32 (public domain, Tommy Ettinger). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A new array in random order (Fisher and Yates). */
export function shuffle<T>(items: readonly T[], random: () => number): T[] {
  return draw(items, items.length, random);
}

/** `count` items without repetition, in random order. */
export function draw<T>(items: readonly T[], count: number, random: () => number): T[] {
  const rest = items.slice();
  const drawn: T[] = [];
  while (drawn.length < count && rest.length > 0) {
    const at = Math.floor(random() * rest.length);
    const last = rest.pop();
    const item = at < rest.length ? rest[at] : last;
    if (item === undefined || last === undefined) break;
    if (at < rest.length) rest[at] = last;
    drawn.push(item);
  }
  return drawn;
}
