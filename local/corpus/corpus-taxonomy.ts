import type { Taxonomy } from '../../config/schema.ts';
import { taxonomy as configured } from '../../config/taxonomy.ts';
import type { Corpus, CorpusDocument } from './corpus.ts';
import { inferFieldType } from '../../lambda/domain/fields/infer-field-type.ts';

type ComplianceRule = Taxonomy['complianceRules'][number];

/** Limits of the schema: what a prompt may show, and all that the extractive reader sees. */
const MAX_EXAMPLES = 20;
const EXAMPLES_PER_CATEGORY = 2;
const EXCERPT_CHARACTERS = 1_000;

/**
 * What both sides decide between, from a training corpus: its categories and fields, described as
 * in `config/taxonomy.ts` where that knows them; compliance rules whose categories and fields the
 * corpus has; few-shot excerpts of training documents. Without labels: `config/taxonomy.ts`.
 * @param textOf text of a training document; null where it was refused
 */
export async function corpusTaxonomy(
  corpus: Corpus | null,
  train: readonly CorpusDocument[],
  textOf: (document: CorpusDocument) => Promise<string | null>,
): Promise<Taxonomy> {
  if (corpus === null || corpus.categories === null) return configured;
  const categories = corpus.categories.map(describeCategory);
  const fields = (corpus.fields ?? []).map((name) => describeField(name, train));
  return {
    categories,
    fields,
    complianceRules: applicableRules(corpus.categories, corpus.fields ?? []),
    examples: await chooseExamples(corpus.categories, train, textOf),
  };
}

function describeCategory(name: string): Taxonomy['categories'][number] {
  const known = configured.categories.find((category) => category.name === name);
  return known ?? { name, description: `${humanise(name)}.` };
}

function describeField(name: string, train: readonly CorpusDocument[]): Taxonomy['fields'][number] {
  const known = configured.fields.find((field) => field.name === name);
  if (known !== undefined) return known;
  const values = train.flatMap((document) => document.fields?.[name] ?? []);
  const hasLists = train.some((document) => Array.isArray(document.fields?.[name]));
  const type = hasLists ? 'list' : inferFieldType(name, values);
  return { name, type, description: `${humanise(name)} of the document.` };
}

function applicableRules(categories: readonly string[], fields: readonly string[]) {
  return configured.complianceRules.flatMap((rule): ComplianceRule[] => {
    const kept = rule.categories.filter((category) => categories.includes(category));
    if (kept.length === 0 || !fields.includes(fieldOf(rule) ?? fields[0] ?? '')) return [];
    return [{ ...rule, categories: kept }];
  });
}

function fieldOf({ check }: ComplianceRule): string | null {
  return check.kind === 'field-present' || check.kind === 'field-at-least' ? check.field : null;
}

/** One of each category first, then second ones, in the order of ids: the same on every machine. */
async function chooseExamples(
  categories: readonly string[],
  train: readonly CorpusDocument[],
  textOf: (document: CorpusDocument) => Promise<string | null>,
): Promise<Taxonomy['examples']> {
  const examples: Taxonomy['examples'] = [];
  const rest = new Map(
    categories.map((name) => [name, train.filter((document) => document.category === name)]),
  );
  for (let round = 0; round < EXAMPLES_PER_CATEGORY; round++) {
    for (const [category, documents] of rest) {
      if (examples.length === MAX_EXAMPLES) return examples;
      const excerpt = await nextExcerpt(documents, textOf);
      if (excerpt !== null) examples.push({ category, excerpt });
    }
  }
  return examples;
}

/** Takes documents off the list until one has text. */
async function nextExcerpt(
  documents: CorpusDocument[],
  textOf: (document: CorpusDocument) => Promise<string | null>,
): Promise<string | null> {
  for (let next = documents.shift(); next !== undefined; next = documents.shift()) {
    const text = (await textOf(next))?.trim() ?? '';
    if (text !== '') return text.slice(0, EXCERPT_CHARACTERS).replace(/[\uD800-\uDBFF]$/, '');
  }
  return null;
}

function humanise(name: string): string {
  const words = name.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
