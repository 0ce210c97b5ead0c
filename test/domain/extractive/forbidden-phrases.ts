import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';
import { taxonomy } from '../../../config/taxonomy.ts';
import { literalsIn } from './literals.ts';
import { phrasesOf } from './scan.ts';

const GENERATOR = 'local/corpus/generate';
/** Real filings, where they are at hand. */
const FILINGS = resolve('../shared/corpora/filings/corpus.json');
const corpusSchema = z.object({
  categories: z.array(z.string()),
  fields: z.array(z.string()),
  clauseQuestions: z.record(z.string(), z.string()),
});

/**
 * Three words in a row of any question, label, name of a clause or a category, or template: those of
 * the generator, of the taxonomy and of the filings.
 */
export function forbiddenPhrases(): ReadonlySet<string> {
  const names = [...taxonomy.categories, ...taxonomy.fields].map(({ name }) => name);
  return new Set([...generatorTexts(), ...names, ...filingsTexts()].flatMap(phrasesOf));
}

function generatorTexts(): readonly string[] {
  const files = readdirSync(GENERATOR, { recursive: true, encoding: 'utf8' });
  return files
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${GENERATOR}/${name}`)
    .flatMap((path) => literalsIn(path, readFileSync(path, 'utf8')))
    .flatMap(({ texts }) => texts)
    .flatMap((text) => text.split(/\{[^{}]*\}/u));
}

function filingsTexts(): readonly string[] {
  if (!existsSync(FILINGS)) return [];
  const corpus = corpusSchema.parse(JSON.parse(readFileSync(FILINGS, 'utf8')));
  const { categories, fields, clauseQuestions } = corpus;
  return [...categories, ...fields, ...Object.entries(clauseQuestions).flat()];
}
