import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { student } from '../config/student.ts';
import { workerParser } from '../lambda/adapters/parser/parser.ts';
import { documentOf } from '../lambda/domain/document/document-of-source.ts';
import { readSource } from '../lambda/domain/document/read-source.ts';
import { isRefused } from '../lambda/domain/document/refusal.ts';
import type { PageLayout } from '../lambda/domain/layout/document-layout.ts';
import { detectLanguage } from '../lambda/domain/text/detect-language.ts';
import { tesseractText } from './adapters/text.ts';

const OCR_WORKERS = 2;

/** What reading made of a file; a file that is refused says why. */
export type ReadFile = { readonly file: string } & (
  | ({ readonly status: 'read' } & Reading)
  | { readonly status: 'refused'; readonly refusal: { readonly code: string; message: string } }
);
interface Reading {
  readonly mediaType: string;
  /** Of the text as a whole, as BCP 47; null where it is too short to tell. */
  readonly language: string | null;
  readonly text: string;
  readonly pages: readonly ReadPage[];
  readonly attachments: readonly object[];
}
interface ReadPage extends Pick<PageLayout, 'number' | 'source' | 'confidence'> {
  readonly text: string;
  /** Cells, row by row. */
  readonly tables: readonly (readonly (readonly string[])[])[];
  readonly pairs: readonly Pick<PageLayout['pairs'][number], 'key' | 'value' | 'origin'>[];
}

/** Reads files as the document flow does, without storing anything. */
export function fileReader(options: { readonly root: string }) {
  const parser = workerParser({ directory: join(options.root, 'dist', 'parser') });
  const text = tesseractText({ workers: OCR_WORKERS, parser });
  const read = readSource({ parser, text, ingestion: student.ingestion });
  return {
    async read(file: string): Promise<ReadFile> {
      const name = basename(file);
      const document = { tenant: 'local', documentId: name };
      const source = await read({ document, name, bytes: await readFile(file) });
      if (isRefused(source)) return { file, status: 'refused', refusal: source.refusal };
      const { documentText, layout } = documentOf(source);
      return {
        file,
        status: 'read',
        mediaType: documentText.mediaType,
        language: await detectLanguage(documentText.text),
        text: documentText.text,
        pages: layout.pages.map((page) => pageOf(page, documentText.text)),
        attachments: layout.attachments,
      };
    },
    async close() {
      await Promise.all([text.close(), parser.close()]);
    },
  };
}

function pageOf({ number, source, confidence, ...page }: PageLayout, text: string): ReadPage {
  const at = ([start, end]: readonly [number, number]) => text.slice(start, end);
  return {
    number,
    source,
    confidence,
    text: at(page.range),
    tables: page.tables.map(({ rows }) =>
      rows.map(({ cells }) => cells.map(({ range }) => at(range))),
    ),
    pairs: page.pairs.map(({ key, value, origin }) => ({ key, value, origin })),
  };
}
