import type { Taxonomy } from '../../../config/schema.ts';
import type { Vectors } from '../../ports.ts';
import type { DocumentReference } from '../document/document.ts';
import type { CharacterRange } from '../text/character-range.ts';

/** Up to here (about 2,700 tokens) the whole text is shown: cheaper than searching, and complete. */
const WHOLE_CHARACTERS = 12_000;
const HEAD_CHARACTERS = 5_000;
const TAIL_CHARACTERS = 1_500;
const CHUNKS_PER_FIELD = 2;

/**
 * What a prompt shows of a document: all of a short text; of a long one its beginning, its end and
 * the chunks that the text search finds for each field's name and description, in document order,
 * with `…` where something is left out.
 */
export function documentExcerpts(vectors: Pick<Vectors, 'searchByVector' | 'searchByText'>) {
  return async (
    document: DocumentReference & { readonly text: string; readonly fields: Taxonomy['fields'] },
  ): Promise<string> => {
    const { tenant, documentId, text, fields } = document;
    if (text.length <= WHOLE_CHARACTERS) return text;
    const hits = await Promise.all(
      fields.map((field) =>
        vectors.searchByText({
          tenant,
          documentId,
          limit: CHUNKS_PER_FIELD,
          text: `${field.name.replaceAll('_', ' ')} ${field.description}`,
        }),
      ),
    );
    const ranges: readonly CharacterRange[] = [
      [0, HEAD_CHARACTERS],
      [text.length - TAIL_CHARACTERS, text.length],
      ...hits.flat().map((hit) => hit.range),
    ];
    return merged(ranges)
      .map(([start, end]) => text.slice(start, end))
      .join('\n…\n');
  };
}

function merged(ranges: readonly CharacterRange[]): readonly CharacterRange[] {
  const result: [number, number][] = [];
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
