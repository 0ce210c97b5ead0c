import * as z from 'zod';
import { InvalidInputError } from '../../lambda/errors.ts';

const text = z.string().trim().min(1);
/** Names become keys of objects: `constructor` would find what every object has. */
const name = text.refine((value) => !(value in Object.prototype), {
  error: 'must not be the name of a property that every JavaScript object has; rename it',
});
const names = z.array(name).refine((list) => new Set(list).size === list.length, {
  error: 'names must differ from one another',
});
const scalar = z
  .union([z.string(), z.number(), z.boolean()])
  .transform((value) => String(value).trim());
const fieldValue = z.union([scalar, z.array(scalar), z.null()]);
const spans = z.union([z.array(z.string()), z.string().transform((span) => [span])]);

/** `corpus.json`; keys that Strata does not know belong to others and are left alone. */
const corpusFileSchema = z.looseObject({
  name: text.optional(),
  licence: text.optional(),
  categories: names.optional(),
  fields: names.optional(),
  clauseQuestions: z.record(name, text).optional(),
});

/** One line of `labels.jsonl`. */
export const labelSchema = z.looseObject({
  id: z.union([text, z.number().transform(String)]),
  file: text,
  pdf: text.optional(),
  image: text.optional(),
  category: name.nullish(),
  fields: z.record(name, fieldValue).nullish(),
  clauses: z.record(name, spans).nullish(),
  split: z.enum(['train', 'test']).nullish(),
});
export type Label = z.infer<typeof labelSchema>;

/** One line of `questions.jsonl`. */
export const questionSchema = z.looseObject({
  id: z.union([text, z.number().transform(String)]),
  document: z.union([text, z.number().transform(String)]).nullish(),
  documents: z.array(text).nullish(),
  kind: name.nullish(),
  question: text,
  clause: text.nullish(),
  answer: z.union([scalar, z.array(scalar).transform((list) => list.join('; '))]).nullish(),
  evidence: spans.nullish(),
  answerable: z.boolean().nullish(),
});

export interface Line<T> {
  readonly number: number;
  readonly value: T;
}

/** More mistakes than these are counted, not listed. */
const MISTAKES_SHOWN = 10;

/** @throws InvalidInputError naming the file and the key */
export function parseCorpusFile(content: string): z.infer<typeof corpusFileSchema> {
  const mistakes: string[] = [];
  const value = parseJson(content, 'corpus.json', corpusFileSchema, mistakes);
  refuse(mistakes);
  return value ?? {};
}

/**
 * Lines of JSON, blank ones skipped; ids must be unique.
 * @throws InvalidInputError naming the file and every wrong line
 */
export function parseLines<T extends { readonly id: string }>(
  content: string,
  file: string,
  schema: z.ZodType<T>,
): Line<T>[] {
  const lines: Line<T>[] = [];
  const mistakes: string[] = [];
  const seen = new Map<string, number>();
  for (const [index, line] of content.split('\n').entries()) {
    if (line.trim() === '') continue;
    const number = index + 1;
    const value = parseJson(line, `${file} line ${number}`, schema, mistakes);
    if (value === null) continue;
    const earlier = seen.get(value.id);
    if (earlier === undefined) seen.set(value.id, number);
    else mistakes.push(`${file} line ${number}: id "${value.id}" is taken by line ${earlier}`);
    lines.push({ number, value });
  }
  refuse(mistakes);
  return lines;
}

/** @throws InvalidInputError listing the mistakes, if there are any */
export function refuse(mistakes: readonly string[]): void {
  if (mistakes.length === 0) return;
  const more = mistakes.length - MISTAKES_SHOWN;
  const shown = mistakes.slice(0, MISTAKES_SHOWN).join('\n');
  throw new InvalidInputError(
    `the corpus must follow docs/corpus.md:\n${shown}${more > 0 ? `\n… and ${more} more` : ''}`,
  );
}

function parseJson<T>(
  content: string,
  place: string,
  schema: z.ZodType<T>,
  mistakes: string[],
): T | null {
  let json: unknown;
  try {
    json = JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    mistakes.push(`${place}: must be one JSON object (${reason})`);
    return null;
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const key = issue.path.join('.') || 'the line';
    // Of a key that is none the issue itself says only that.
    const said = issue.code === 'invalid_key' ? issue.issues[0]?.message : issue.message;
    mistakes.push(`${place}: ${key}: ${said ?? issue.message}`);
  }
  return null;
}
