import { Box } from '../ui/box.tsx';
import { Container } from '../ui/container.tsx';
import { Header } from '../ui/header.tsx';
import { SpaceBetween } from '../ui/space-between.tsx';
import { type Column, Table } from '../ui/table.tsx';
import type { Report } from '../../lambda/domain/compare/report-schema.ts';
import type { Side } from '../../lambda/domain/document/document.ts';
import { count, isExtractive, NEEDS_MODEL, percent, usd } from '../format.ts';
import { SideName } from '../shell/side-name.tsx';
import { sideTitle } from './overview.ts';
import { summarise, verdictsOf, type Verdict } from './verdict.ts';

/** The story of the run: what each side is better at, what it costs, what only one can do. */
export function InShort({ report }: { readonly report: Report }) {
  const verdicts = verdictsOf(report);
  if (verdicts.length === 0) return null;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="On documents that neither side learned from; a difference counts where chance does not explain it (95 %)."
        >
          In short
        </Header>
      }
    >
      <SpaceBetween size="m">
        <Box fontSize="heading-m">{[...summarise(verdicts), onlyLlmops(report)].join(' ')}</Box>
        <Table
          bare
          label="What each side is better at"
          items={verdicts}
          keyOf={({ question }) => question}
          columns={columns(report)}
        />
      </SpaceBetween>
    </Container>
  );
}

function columns(report: Report): readonly Column<Verdict>[] {
  const sideColumn = (side: Side): Column<Verdict> => ({
    id: side,
    header: sideTitle(side, report),
    cell: (verdict) => (
      <Box fontWeight={verdict.better === side ? 'bold' : 'normal'}>
        {side === 'llmops' && verdict.needsModel ? `${NEEDS_MODEL} (extractive: ` : ''}
        {show(verdict, verdict[side])}
        {side === 'llmops' && verdict.needsModel ? ')' : ''}
      </Box>
    ),
  });
  return [
    { id: 'question', header: 'Question', isRowHeader: true, cell: ({ question }) => question },
    sideColumn('mlops'),
    sideColumn('llmops'),
    {
      id: 'better',
      header: 'Ahead',
      cell: ({ better, isComparable }) => {
        if (better !== null) return <SideName side={better} />;
        return isComparable ? 'neither' : '–';
      },
    },
    { id: 'why', header: 'Why', cell: ({ why }) => why },
  ];
}

/** What the classical side cannot do at all. */
function onlyLlmops({ sides, reader }: Report): string {
  const { answers, hallucinationRate } = sides.llmops ?? {};
  const able = 'Only LLMOps answers questions';
  if (answers === undefined || answers.asked === 0) return `${able}.`;
  const by = isExtractive(reader) ? ' by the extractive reader' : '';
  const asked = `${able}: ${count(answers.answered)} of ${count(answers.asked)} were answered${by}`;
  return hallucinationRate === null || hallucinationRate === undefined
    ? `${asked}.`
    : `${asked}, ${percent(hallucinationRate)} of the answers state what their passages lack.`;
}

function show({ unit }: Verdict, value: number | null): string {
  if (value === null) return 'not measured';
  if (unit === 'share') return percent(value);
  return unit === 'usd' ? usd(value) : count(value);
}
