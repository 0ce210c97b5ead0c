import type { Taxonomy } from '../../../config/schema.ts';
import { seededRandom } from '../../../lambda/domain/features/random.ts';

/** What the reader is told beside the texts: descriptions say what names stand for. */
export interface Naming {
  readonly categories: Taxonomy['categories'];
  readonly fields: Taxonomy['fields'];
  /** Clause → its question. */
  readonly clauses: Readonly<Record<string, string>>;
}

const SYLLABLES = 'bra dol fen gir hul jam kop lut mev nax pif quo rys tov vuz wem zel'.split(' ');

/** Names of a kind to nonsense, the same every time; no name stands for two. */
export function nonsenseNames(names: readonly string[]): ReadonlyMap<string, string> {
  const random = seededRandom(7);
  const syllable = () => SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? '';
  const taken = new Set<string>();
  const invent = () => {
    let name = '';
    while (name === '' || taken.has(name)) {
      name = `${syllable()}${syllable()}${syllable()} ${syllable()}${syllable()}`;
    }
    taken.add(name);
    return name;
  };
  return new Map(names.map((name) => [name, invent()]));
}

/** The same with categories, fields and clauses under other names; descriptions and questions stay. */
export function renamed(naming: Naming): {
  readonly naming: Naming;
  readonly nameOf: (name: string) => string;
} {
  const names = nonsenseNames([
    ...naming.categories.map(({ name }) => name),
    ...naming.fields.map(({ name }) => name),
    ...Object.keys(naming.clauses),
  ]);
  const nameOf = (name: string) => names.get(name) ?? name;
  const under = <T extends { readonly name: string }>(all: readonly T[]) =>
    all.map((one) => ({ ...one, name: nameOf(one.name) }));
  const clauses = Object.entries(naming.clauses);
  return {
    naming: {
      categories: under(naming.categories),
      fields: under(naming.fields),
      clauses: Object.fromEntries(clauses.map(([name, asked]) => [nameOf(name), asked])),
    },
    nameOf,
  };
}
