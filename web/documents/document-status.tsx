import { StatusIndicator } from '../ui/status-indicator.tsx';
import type { DocumentRecord } from '../../lambda/domain/document/document.ts';

export const STATUS_LABELS: Readonly<Record<DocumentRecord['status'], string>> = {
  received: 'In progress',
  refused: 'Refused',
  recorded: 'Recorded',
  'awaiting-review': 'Awaiting review',
  failed: 'Failed',
};

const TYPES = {
  received: 'in-progress',
  refused: 'error',
  recorded: 'success',
  'awaiting-review': 'warning',
  failed: 'error',
} as const;

export function DocumentStatus({ status }: { readonly status: DocumentRecord['status'] }) {
  return <StatusIndicator type={TYPES[status]}>{STATUS_LABELS[status]}</StatusIndicator>;
}

/** Whether the sides agree; where one of them is missing there is nothing to agree on. */
export function Agreement({ same }: { readonly same: boolean | null }) {
  if (same === null) return <StatusIndicator type="not-started">One side only</StatusIndicator>;
  return same ? (
    <StatusIndicator type="success">Same category</StatusIndicator>
  ) : (
    <StatusIndicator type="warning">Different category</StatusIndicator>
  );
}
