import { join } from 'node:path';
import { answerFromPassages } from '../../lambda/domain/extractive/answer.ts';
import { isNoMatter } from '../../lambda/domain/rails/neutralised.ts';
import type { BenchQuestion } from './bench-question.ts';
import { filingsQuestions } from './filings-questions.ts';
import { generatedQuestions } from './generated-questions.ts';
import { type Judged, judge, summarise } from './judge.ts';

const [root = '.', cache = '.strata', generated = '', filings = '', seeds = '1,2', part = 'test'] =
  process.argv.slice(2);

if (generated !== '')
  report('generated', await generatedQuestions(root, generated, join(cache, 'state')));
if (filings !== '') {
  const numbers = seeds.split(',').map(Number);
  report('filings', await filingsQuestions(filings, numbers, part === 'train' ? 'train' : 'test'));
}

function report(name: string, questions: readonly BenchQuestion[]): void {
  const started = performance.now();
  const replies = questions.map((asked) =>
    answerFromPassages({
      ...asked,
      isInstruction: isNoMatter,
    }),
  );
  const msPerQuestion = (performance.now() - started) / questions.length;
  const judged = questions.flatMap((question, at): Judged[] => {
    const reply = replies[at];
    return reply === undefined ? [] : [judge(question, reply)];
  });
  const kinds = [...new Set(questions.map(({ kind }) => kind))];
  const ofKind = (kind: string) => judged.filter(({ question }) => question.kind === kind);
  console.table(Object.fromEntries(kinds.map((kind) => [kind, summarise(ofKind(kind))])));
  const total = { ...summarise(judged), msPerQuestion: Number(msPerQuestion.toFixed(2)) };
  console.log(JSON.stringify({ corpus: name, ...total }));
}
