import { Badge } from '../ui/badge.tsx';
import { isExtractive } from '../format.ts';

/** Stands wherever a value depends on the reader: the local one is no language model. */
export function ReaderBadge({ reader }: { readonly reader: string }) {
  return isExtractive(reader) ? (
    <Badge color="severity-medium">extractive reader, not an LLM</Badge>
  ) : (
    <Badge color="blue">{reader}</Badge>
  );
}
