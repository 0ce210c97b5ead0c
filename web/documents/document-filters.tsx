import { Select } from '../ui/select.tsx';
import type { ReactNode } from 'react';
import type { DocumentSummary } from '../../lambda/domain/document/document-summary.ts';
import { STATUS_LABELS } from './document-status.tsx';

/** Empty strings show everything. */
export interface DocumentFilter {
  readonly status: string;
  readonly category: string;
  readonly agreement: string;
}

export const NO_FILTER: DocumentFilter = { status: '', category: '', agreement: '' };

const AGREEMENTS: Readonly<
  Record<string, { readonly label: string; readonly shows: (document: DocumentSummary) => boolean }>
> = {
  'different-category': {
    label: 'Sides differ in category',
    shows: ({ sameCategory }) => sameCategory === false,
  },
  'different-fields': {
    label: 'Sides differ in a field',
    shows: ({ fields }) => fields !== null && fields.same < fields.all,
  },
  same: {
    label: 'Same category',
    shows: ({ sameCategory }) => sameCategory === true,
  },
  violated: { label: 'Violates a rule', shows: ({ violations }) => violations > 0 },
};

/** Whether the document passes all three; a category is that of either side. */
export function passes(document: DocumentSummary, filter: DocumentFilter): boolean {
  const { status, category, agreement } = filter;
  const sides = [document.mlops.category, document.llmops.category];
  return (
    (status === '' || document.status === status) &&
    (category === '' || sides.includes(category)) &&
    (agreement === '' || (AGREEMENTS[agreement]?.shows(document) ?? true))
  );
}

/** Text filter first, then a choice for status, category and agreement. */
export function DocumentFilters(props: {
  readonly documents: readonly DocumentSummary[];
  readonly filter: DocumentFilter;
  readonly onChange: (filter: DocumentFilter) => void;
  readonly children: ReactNode;
}) {
  const { documents, filter, onChange } = props;
  const categories = new Set(
    documents.flatMap(({ mlops, llmops }) =>
      [mlops.category, llmops.category].filter((category) => category !== null),
    ),
  );
  return (
    <div className="filters">
      {props.children}
      <Choice
        label="Status"
        all="Any status"
        selected={filter.status}
        options={Object.entries(STATUS_LABELS)}
        onSelect={(status) => onChange({ ...filter, status })}
      />
      <Choice
        label="Category"
        all="Any category"
        selected={filter.category}
        options={[...categories].sort().map((category) => [category, category])}
        onSelect={(category) => onChange({ ...filter, category })}
      />
      <Choice
        label="Agreement"
        all="Agreeing or not"
        selected={filter.agreement}
        options={Object.entries(AGREEMENTS).map(([value, { label }]) => [value, label])}
        onSelect={(agreement) => onChange({ ...filter, agreement })}
      />
    </div>
  );
}

function Choice(props: {
  readonly label: string;
  readonly all: string;
  readonly selected: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onSelect: (value: string) => void;
}) {
  return (
    <Select
      value={props.selected}
      options={[['', props.all], ...props.options]}
      ariaLabel={props.label}
      onChange={props.onSelect}
    />
  );
}
