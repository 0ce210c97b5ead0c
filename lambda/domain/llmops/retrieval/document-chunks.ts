import type { Chunk } from '../answer/answer.ts';
import { type ChunkingSettings, chunkText } from './chunking.ts';

/** The chunks of a document's text; a chunk's `text` is its heading path and its source. */
export function documentChunks(
  documentId: string,
  text: string,
  settings: ChunkingSettings,
): readonly Chunk[] {
  return chunkText(text, settings).map(({ range, headings }, ordinal) => ({
    chunkId: `${documentId}/${ordinal}`,
    documentId,
    range,
    headings,
    text: withHeadings(headings, text.slice(range[0], range[1])),
  }));
}

function withHeadings(headings: readonly string[], source: string): string {
  const missing = headings.filter((heading) => !source.startsWith(heading));
  return missing.length === 0 ? source : `${missing.join(' > ')}\n${source}`;
}
