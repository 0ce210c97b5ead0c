import * as z from 'zod';
import { lazily } from '../../lazily.ts';

/** Half-open range of UTF-16 code units `[start, end)` into the text. */
const rangeSchema = lazily(() => z.tuple([z.int().min(0), z.int().min(0)]));
/** Left, top, right, bottom as shares of the upright page's width and height, from its upper left. */
const boxSchema = lazily(() => z.tuple([z.number(), z.number(), z.number(), z.number()]));

const lineSchema = lazily(() =>
  z.strictObject({ range: rangeSchema(), box: boxSchema().nullable() }),
);

const blockSchema = lazily(() =>
  z.strictObject({
    kind: z.enum([
      'heading',
      'paragraph',
      'list-item',
      'table',
      /** Repeat over pages, or are declared so: kept for fields, left out of chunks. */
      'page-header',
      'page-footer',
      'footnote',
      'annotation',
    ]),
    range: rangeSchema(),
    box: boxSchema().nullable(),
  }),
);

const tableSchema = lazily(() =>
  z.strictObject({
    range: rangeSchema(),
    box: boxSchema().nullable(),
    /** Rows at the top that name the columns. */
    headerRows: z.int().min(0),
    rows: z.array(
      z.strictObject({
        range: rangeSchema(),
        cells: z.array(z.strictObject({ range: rangeSchema() })),
      }),
    ),
  }),
);

const pairSchema = lazily(() =>
  z.strictObject({
    key: z.string(),
    value: z.string(),
    /** `form`: filled in; `label`: a label before its value; `markup`: declared by the format. */
    origin: z.enum(['form', 'label', 'markup']),
    /** Where the value stands; null where the text does not hold it. */
    range: rangeSchema().nullable(),
    box: boxSchema().nullable(),
  }),
);

const pageSchema = lazily(() =>
  z.strictObject({
    number: z.int().min(1),
    range: rangeSchema(),
    /** Points for a PDF, pixels for an image, 0 where the format has no pages. */
    width: z.number().min(0),
    height: z.number().min(0),
    /** `mixed`: a text layer, and recognition of what it leaves out. */
    source: z.enum(['text-layer', 'recognised', 'mixed', 'markup', 'carried']),
    /** Mean confidence of recognition, 0 to 1; null where nothing was recognised. */
    confidence: z.number().min(0).max(1).nullable(),
    lines: z.array(lineSchema()),
    blocks: z.array(blockSchema()),
    tables: z.array(tableSchema()),
    pairs: z.array(pairSchema()),
  }),
);

const attachmentSchema = lazily(() =>
  z.strictObject({
    name: z.string(),
    mediaType: z.string().nullable(),
    bytes: z.int().min(0),
  }),
);

/**
 * The document model that chunks, fields and citations share: where on its pages the text of a
 * document stands, and what it is there. Ranges point into `DocumentText.text`.
 */
export const documentLayoutSchema = lazily(() =>
  z.strictObject({
    pages: z.array(pageSchema()),
    attachments: z.array(attachmentSchema()),
  }),
);

export type DocumentLayout = z.infer<ReturnType<typeof documentLayoutSchema>>;
export type PageLayout = DocumentLayout['pages'][number];
export type Box = z.infer<ReturnType<typeof boxSchema>>;
export type LayoutLine = z.infer<ReturnType<typeof lineSchema>>;
export type LayoutBlock = z.infer<ReturnType<typeof blockSchema>>;
export type LayoutTable = z.infer<ReturnType<typeof tableSchema>>;
export type KeyValuePair = z.infer<ReturnType<typeof pairSchema>>;

/** One page by itself: ranges point into its own `text`. */
export type PageContent = Omit<PageLayout, 'number' | 'range'> & { readonly text: string };

/** Sets pages apart in a document's text. */
export const PAGE_BREAK = '\n\f\n';

/** A page of text of which no more is known. */
export function plainPage(text: string, source: PageLayout['source'] = 'markup'): PageContent {
  const nothing = { lines: [], blocks: [], tables: [], pairs: [] };
  return { text, width: 0, height: 0, source, confidence: null, ...nothing };
}
