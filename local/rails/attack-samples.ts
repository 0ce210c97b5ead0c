import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'fflate';
import * as z from 'zod';
import { ConfigurationError } from '../../lambda/errors.ts';
import { planCorpus } from '../corpus/generate/plan.ts';
import { renderText } from '../corpus/generate/render/render-text.ts';
import { writeDocument } from '../corpus/generate/write-document.ts';

export interface AttackSample {
  readonly text: string;
  readonly attack: boolean;
  /** Data set that it comes from. */
  readonly source: string;
}

/** Texts that are no attack: what the product is asked, and what its documents say. */
export interface InnocentTexts {
  readonly questions: readonly string[];
  readonly documents: readonly string[];
}

const sampleSchema = z.object({ text: z.string(), attack: z.boolean(), source: z.string() });
const filingsSchema = z.object({ clauseQuestions: z.record(z.string(), z.string()) });
const GENERATED = 96;
/** No other command makes documents of this seed. */
const SEED = 11;

/**
 * The labelled texts of a folder's `injection.jsonl.gz`.
 * @throws ConfigurationError where it is missing
 */
export function readAttackSamples(directory: string): readonly AttackSample[] {
  const file = join(directory, 'injection.jsonl.gz');
  if (!existsSync(file)) {
    throw new ConfigurationError(
      `attacks to learn from must be in ${file}; give the folder that holds them with --samples`,
    );
  }
  return new TextDecoder()
    .decode(gunzipSync(readFileSync(file)))
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => sampleSchema.parse(JSON.parse(line)));
}

/** Every second text of the filings and of a generated corpus: part 0 is learned from, 1 is not. */
export function innocentTexts(filings: string, part: 0 | 1): InnocentTexts {
  const ofPart = <T>(list: readonly T[]) => list.filter((_, at) => at % 2 === part);
  const generated = planCorpus(GENERATED, SEED)
    .map((planned) => writeDocument(planned, SEED, false))
    .filter(({ contains }) => !contains.includes('prompt-injection'));
  const { clauseQuestions } = filingsSchema.parse(
    JSON.parse(readFileSync(join(filings, 'corpus.json'), 'utf8')),
  );
  const texts = readdirSync(join(filings, 'documents'))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readFileSync(join(filings, 'documents', name), 'utf8'));
  return {
    questions: [
      ...ofPart(Object.entries(clauseQuestions).map(([clause, asked]) => `${clause}. ${asked}`)),
      ...ofPart(generated).flatMap(({ questions }) => questions.map(({ question }) => question)),
    ],
    documents: ofPart([
      ...texts,
      ...generated.map((draft) => new TextDecoder().decode(renderText(draft, null).bytes)),
    ]),
  };
}
