import { learnExpansion } from '../../lambda/domain/llmops/retrieval/query-expansion.ts';
import {
  backgroundSentences,
  unmarkedSentences,
} from '../../lambda/domain/llmops/judge/unmarked-sentences.ts';
import { type LabelledDocument, readCorpus, spansByClause, split } from '../retrieval/filings.ts';
import type { BenchQuestion } from './bench-question.ts';
import { indexTexts, type TextIndex } from './index-texts.ts';

/** They stand on the first page and are fields. */
const NOT_ASKED = new Set(['Document Name', 'Parties']);

/**
 * Every clause question of every scored contract, whether the clause is marked there or not: the
 * experts marked all clauses, so one without a span must be refused. `part` train splits the
 * training part again, for choosing thresholds.
 */
export async function filingsQuestions(
  directory: string,
  seeds: readonly number[],
  part: 'test' | 'train',
): Promise<readonly BenchQuestion[]> {
  const { documents, clauseQuestions } = readCorpus(directory);
  const index = await indexTexts(documents);
  const asked: BenchQuestion[] = [];
  for (const seed of seeds) {
    const outer = split(documents, seed);
    const { train, test } = part === 'test' ? outer : split(outer.train, seed);
    const expansion = await learnExpansion(index)({
      spans: spansByClause(train),
      questions: clauseQuestions,
      unmarked: unmarkedSentences(train),
      background: backgroundSentences(train),
    });
    for (const document of test.filter(({ clauses }) => Object.keys(clauses).length > 0)) {
      for (const [clause, question] of Object.entries(clauseQuestions)) {
        if (NOT_ASKED.has(clause)) continue;
        const one = await askedClause({ index, document, clause, question, expansion });
        asked.push({ ...one, id: `${seed}/${one.id}` });
      }
    }
  }
  index.close();
  return asked;
}

async function askedClause(about: {
  readonly index: TextIndex;
  readonly document: LabelledDocument;
  readonly clause: string;
  readonly question: string;
  readonly expansion: Parameters<TextIndex['find']>[1];
}): Promise<BenchQuestion> {
  const { index, document, clause, expansion } = about;
  const question = `${clause}. ${about.question}`;
  const query = { question, documentId: document.id };
  const spans = (document.clauses[clause] ?? []).flatMap((span) => span.split('<omitted>'));
  return {
    id: `${document.id}/${clause}`,
    kind: clause,
    question,
    ...(await index.find(query, expansion)),
    spans: spans.map((span) => span.trim()).filter((span) => span !== ''),
    value: null,
    answerable: spans.length > 0,
  };
}
