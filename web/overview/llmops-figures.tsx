import { Container } from '../ui/container.tsx';
import { Header } from '../ui/header.tsx';
import { KeyValuePairs } from '../ui/key-value-pairs.tsx';
import type { LlmopsReport, Report } from '../../lambda/domain/compare/report-schema.ts';
import { count, isExtractive, NEEDS_MODEL, percent } from '../format.ts';
import { ReaderBadge } from '../shell/reader-badge.tsx';
import { Measured } from './not-measured.tsx';

/** What only the LLMOps side has: retrieval, answers, hallucination, tokens. */
export function LlmopsFigures({ report }: { readonly report: Report }) {
  const side = report.sides.llmops;
  if (side === null) return null;
  return (
    <Container
      header={
        <Header variant="h2" actions={<ReaderBadge reader={report.reader} />}>
          Retrieval and answers
        </Header>
      }
    >
      <KeyValuePairs columns={3} items={figures(report, side)} />
    </Container>
  );
}

function figures(report: Report, side: LlmopsReport) {
  const { retrieval, answers, answerQuality, tokens } = side;
  const share = (label: string, path: string, value: number | null) => ({
    label,
    value: (
      <Measured
        report={report}
        path={`sides.llmops.${path}`}
        value={value}
        show={(measured) => percent(measured)}
      />
    ),
  });
  const quality = (label: string, name: 'right' | 'f1' | 'citationPrecision' | 'refusal') =>
    share(
      isExtractive(report.reader) ? `${label}: ${NEEDS_MODEL}; of the extractive reader` : label,
      answerQuality === null ? 'answerQuality' : `answerQuality.${name}`,
      answerQuality?.[name] ?? null,
    );
  return [
    share('Recall at 5, tuned', 'retrieval.recallAt5', retrieval.recallAt5),
    share('Recall at 5, untuned', 'retrieval.recallAt5Untuned', retrieval.recallAt5Untuned),
    { label: 'Retrieval questions', value: count(retrieval.questions) },
    quality('Answers that are right', 'right'),
    quality('Answer F1', 'f1'),
    quality('Citations that stand on evidence', 'citationPrecision'),
    quality('Refused rightly', 'refusal'),
    share(
      isExtractive(report.reader)
        ? `Hallucination rate: ${NEEDS_MODEL}; of the extractive reader`
        : 'Hallucination rate',
      'hallucinationRate',
      side.hallucinationRate,
    ),
    {
      label: 'Questions asked',
      value: `${count(answers.asked)}: ${count(answers.answered)} answered, ${count(answers.noAnswer)} without an answer, ${count(answers.blocked)} blocked, ${count(answers.failed)} failed`,
    },
    {
      label: 'Tokens',
      value: `documents ${count(tokens.documents.inputTokens)} in, ${count(tokens.documents.outputTokens)} out; answers ${count(tokens.answers.inputTokens)} in, ${count(tokens.answers.outputTokens)} out`,
    },
  ];
}
