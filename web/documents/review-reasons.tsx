import { Alert } from '../ui/alert.tsx';
import type { DocumentRecord } from '../../lambda/domain/document/document.ts';

/** Why a person has to look at the document. */
export function ReviewReasons({ record }: { readonly record: DocumentRecord }) {
  const reasons = record.decision?.reasons ?? [];
  if (record.status !== 'awaiting-review' || reasons.length === 0) return null;
  return (
    <Alert type="warning" header="A person has to look at this document">
      <ul className="reasons">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </Alert>
  );
}
