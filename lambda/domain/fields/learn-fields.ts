import type { Taxonomy } from '../../../config/schema.ts';
import type { FieldValue } from '../document/document.ts';
import { inferFieldType } from './infer-field-type.ts';
import type { FieldType } from '../document/normalise-value.ts';
import type { FieldModel } from './field-model.ts';
import { propose } from './field-model.ts';
import { learnRelations } from './field-relations.ts';
import { learnField } from './learn-field.ts';
import type { KnownValues } from './phrase-candidates.ts';
import { withPlainNames } from './plain-names.ts';

/** A document whose category and fields people have checked. */
export interface LabelledText {
  readonly text: string;
  readonly category: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
}

/** Values that this many training documents share are looked for as they stand. */
const MIN_SHARED = 2;
const DURATION = /\d+(?:\.\d+)?\s+(?:day|week|month|year)s?/iu;
/** Types whose values are words of the text. */
const WORDED: ReadonlySet<FieldType> = new Set(['party', 'place', 'text', 'address']);

/** Learns every field that a labelled document has, whatever it is called. */
export function learnFields(
  documents: readonly LabelledText[],
  taxonomy: Taxonomy | null,
  seed: number,
): FieldModel {
  const types = typesOf(documents, taxonomy);
  const known: Record<string, KnownValues> = {};
  for (const type of new Set(types.values())) {
    const names = [...types].filter(([, other]) => other === type).map(([name]) => name);
    known[type] = learnValues(documents, names, type);
  }
  const fields: FieldModel['fields'] = {};
  for (const type of new Set(types.values())) {
    const names = [...types].filter(([, other]) => other === type).map(([name]) => name);
    const learned = type === 'party' ? withPlainNames(documents, names) : documents;
    const proposals = learned.map(({ text }) => propose(text, type, known));
    for (const name of names) {
      fields[name] = learnField(learned, proposals, { name, type, seed });
    }
  }
  return { fields, known, relations: learnRelations(documents, types) };
}

function typesOf(documents: readonly LabelledText[], taxonomy: Taxonomy | null) {
  const values = new Map<string, FieldValue[]>();
  for (const { fields } of documents) {
    for (const [name, value] of Object.entries(fields)) {
      values.set(name, [...(values.get(name) ?? []), value]);
    }
  }
  const sorted = [...values].sort(([a], [b]) => (a < b ? -1 : 1));
  const declared = new Map(taxonomy?.fields.map(({ name, type }) => [name, type]));
  return new Map(
    sorted.map(([name, list]) => [name, declared.get(name) ?? inferFieldType(name, list)]),
  );
}

function learnValues(
  documents: readonly LabelledText[],
  names: readonly string[],
  type: FieldType,
): KnownValues {
  const counts = new Map<string, number>();
  for (const { fields } of documents) {
    const values = names.flatMap((name) => fields[name] ?? []);
    for (const value of new Set(values)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const shared = [...counts].filter(([, count]) => count >= MIN_SHARED).map(([value]) => value);
  if (type === 'duration') {
    const templates = shared.map(templateOf).filter((template) => template.includes('#'));
    const phrases = shared.filter((value) => !DURATION.test(value));
    return { values: phrases.sort(), templates: [...new Set(templates)].sort() };
  }
  return { values: WORDED.has(type) ? shared.sort() : [], templates: [] };
}

/** `successive 5 years` → `successive # U`. */
function templateOf(value: string): string {
  return value.replace(DURATION, '# U');
}
