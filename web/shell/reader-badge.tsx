import { Badge } from '../ui/badge.tsx';
import { isExtractive } from '../format.ts';

/** Stands where extracted fields answered. */
const RECORDS = 'records';

/** Stands wherever a value depends on the reader: the local one is no language model. */
export function ReaderBadge({ reader }: { readonly reader: string }) {
  if (reader === RECORDS) return <Badge color="blue">reckoned from extracted fields, no LLM</Badge>;
  return isExtractive(reader) ? (
    <Badge color="severity-medium">extractive reader, not an LLM</Badge>
  ) : (
    <Badge color="blue">{reader}</Badge>
  );
}
