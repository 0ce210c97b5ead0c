/** How telling a term is among lists of terms: what stands in few of them tells them apart. */
export type Rarity = (term: string) => number;

/** ln(1 + lists / lists with the term), as an inverse document frequency (Spärck Jones, 1972). */
export function rarityAmong(lists: readonly (readonly string[])[]): Rarity {
  const counts = new Map<string, number>();
  for (const list of lists) {
    for (const term of new Set(list)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return (term) => Math.log(1 + lists.length / Math.max(1, counts.get(term) ?? 0));
}

/** Weights of a description's terms: the first ones, which name the thing, count most. */
export function namingTerms(terms: readonly string[], rarity: Rarity): ReadonlyMap<string, number> {
  return new Map([...new Set(terms)].map((term, at) => [term, rarity(term) / Math.sqrt(at + 1)]));
}

/** Share of the wanted terms' weight that is present, 0 to 1; 0 where nothing is wanted. */
export function coverage(
  wanted: ReadonlyMap<string, number>,
  presence: (term: string) => number,
): number {
  let [held, all] = [0, 0];
  for (const [term, weight] of wanted) {
    all += weight;
    held += weight * presence(term);
  }
  return all === 0 ? 0 : held / all;
}

/** Cosine of two texts' terms, weighted by 1 + ln(count) and rarity; 0 to 1. */
export function cosine(one: readonly string[], other: readonly string[], rarity: Rarity): number {
  const [a, b] = [weighted(one, rarity), weighted(other, rarity)];
  let product = 0;
  for (const [term, weight] of a) product += weight * (b.get(term) ?? 0);
  const length = Math.sqrt(squares(a) * squares(b));
  return length === 0 ? 0 : product / length;
}

function weighted(terms: readonly string[], rarity: Rarity): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return new Map([...counts].map(([term, n]) => [term, (1 + Math.log(n)) * rarity(term)]));
}

function squares(vector: ReadonlyMap<string, number>): number {
  return [...vector.values()].reduce((sum, weight) => sum + weight * weight, 0);
}
