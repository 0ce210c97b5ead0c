import { useState } from 'react';
import type { InteractionSummary } from '../../lambda/domain/governance/explain/search-interactions.ts';
import type { Api } from '../api.ts';
import { count, usd } from '../format.ts';
import { FailureAlert } from '../shell/failure-alert.tsx';
import { explanationHref } from '../shell/route.ts';
import { useResource } from '../shell/use-resource.ts';
import { Box } from '../ui/box.tsx';
import { ContentLayout } from '../ui/content-layout.tsx';
import { Header } from '../ui/header.tsx';
import { Link } from '../ui/link.tsx';
import { Select } from '../ui/select.tsx';
import { SpaceBetween } from '../ui/space-between.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { TextField } from '../ui/text-field.tsx';

const STATUSES = [
  ['', 'Every status'],
  ['answered', 'Answered'],
  ['no-answer', 'No answer'],
  ['blocked', 'Blocked'],
  ['interrupted', 'Interrupted'],
  ['failed', 'Failed'],
  ['open', 'Open'],
] as const;

const COLUMNS: readonly Column<InteractionSummary>[] = [
  {
    id: 'question',
    header: 'Question',
    isRowHeader: true,
    cell: ({ interactionId, question }) => (
      <Link href={explanationHref(interactionId)}>{question}</Link>
    ),
  },
  { id: 'askedAt', header: 'Asked', cell: ({ askedAt }) => askedAt.replace('T', ' ').slice(0, 19) },
  { id: 'askedBy', header: 'By', cell: ({ askedBy }) => askedBy ?? '–' },
  { id: 'kind', header: 'Kind', cell: ({ kind }) => kind ?? '–' },
  { id: 'status', header: 'Status', cell: ({ status }) => status },
  { id: 'reader', header: 'Reader', cell: ({ reader }) => reader ?? '–' },
  { id: 'triggers', header: 'Guardrail', cell: ({ triggers }) => count(triggers) },
  {
    id: 'cost',
    header: 'Cost',
    cell: ({ costUsd }) => (costUsd === null ? 'not known' : usd(costUsd)),
  },
];

/** Past questions, the newest first; each opens its explanation. */
export function RecordsPage({ api }: { readonly api: Api }) {
  const [text, setText] = useState('');
  const [status, setStatus] = useState('');
  const found = useResource(`interactions-${status}`, () => api.interactions(status), {
    keep: true,
  });
  const all = found.status === 'loaded' ? found.value.items : [];
  const wanted = text.trim().toLowerCase();
  const items = all.filter(({ question, askedBy, interactionId }) =>
    `${question} ${askedBy ?? ''} ${interactionId}`.toLowerCase().includes(wanted),
  );
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description="What was asked, and all that the records say of it: prompt, documents, guardrails, approval, cost."
        >
          Records
        </Header>
      }
    >
      <SpaceBetween size="l">
        {found.status === 'failed' ? <FailureAlert error={found.error} /> : null}
        <Table
          label="Past questions"
          items={items}
          columns={COLUMNS}
          keyOf={({ interactionId }) => interactionId}
          header={
            <Header counter={`(${count(items.length)})`} description={describe(found)}>
              Past questions
            </Header>
          }
          filter={
            <div className="filters">
              <TextField
                type="search"
                value={text}
                placeholder="Find by question, person or id"
                ariaLabel="Find past questions by question, person or id"
                onChange={setText}
              />
              <Select
                value={status}
                options={STATUSES}
                ariaLabel="Status of the answer"
                onChange={setStatus}
              />
            </div>
          }
          empty={<Box textAlign="center">No question was asked yet.</Box>}
        />
      </SpaceBetween>
    </ContentLayout>
  );
}

function describe(found: {
  readonly status: string;
  readonly value?: { readonly isAll: boolean };
}) {
  return found.value?.isAll === false ? 'The newest of more that there are.' : '';
}
