import type { IngestionLimits } from '../../../config/schema.ts';
import { type Refused, isRefused } from '../document/refusal.ts';
import type { SourceBlock } from '../layout/source-blocks.ts';
import { type OfficePackage, relationsOf } from './office-package.ts';

/** A document that imports one that imports one: nothing writes that, and circles do. */
const MAX_LEVELS = 2;

/** Blocks of the files that a document imports (`w:altChunk`), by relation id. */
export async function importedBlocks(
  parts: OfficePackage,
  main: string,
  limits: IngestionLimits,
  level: number,
): Promise<ReadonlyMap<string, readonly SourceBlock[]> | Refused> {
  const chunks = new Map<string, readonly SourceBlock[]>();
  for (const [id, { type, target }] of relationsOf(parts, main)) {
    const bytes = type === 'aFChunk' ? parts.other.get(target) : undefined;
    if (bytes === undefined || level >= MAX_LEVELS) continue;
    const blocks = await blocksOf(target, bytes, limits, level);
    if (isRefused(blocks)) return blocks;
    chunks.set(id, blocks);
  }
  return chunks;
}

async function blocksOf(
  name: string,
  bytes: Uint8Array,
  limits: IngestionLimits,
  level: number,
): Promise<readonly SourceBlock[] | Refused> {
  if (/\.docx$/i.test(name)) {
    const { docxBlocks } = await import('./docx-text.ts');
    return docxBlocks(bytes, limits, level + 1);
  }
  const { decodeText } = await import('../encoding/decode-text.ts');
  const decoded = decodeText(bytes);
  if (isRefused(decoded)) return decoded;
  if (/\.x?html?$/i.test(name)) {
    const { htmlText } = await import('../markup/html-text.ts');
    const page = await htmlText(decoded.text, limits);
    return isRefused(page) ? page : [{ kind: 'paragraph', text: page.text }];
  }
  return [{ kind: 'paragraph', text: decoded.text }];
}
