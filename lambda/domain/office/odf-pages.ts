import type { IngestionLimits } from '../../../config/schema.ts';
import { type Refused, isRefused, refuse } from '../document/refusal.ts';
import { type SourceBlock, textOfBlocks } from '../layout/source-blocks.ts';
import { type XmlElement, childOf, elementsOf } from '../markup/xml-tree.ts';
import { OdfReader } from './odf-story.ts';
import { odfMargins, odfStyles } from './odf-styles.ts';
import { openPackage } from './office-package.ts';

const PARTS = { what: 'an OpenDocument file', xml: /^(?:content|styles)\.xml$/ };

/**
 * A text as one page with its headers and footers, a spreadsheet's sheets and a presentation's
 * slides as pages; what is hidden or deleted is left out (OpenDocument 1.3 part 3).
 */
export function odfPages(
  bytes: Uint8Array,
  limits: IngestionLimits,
): readonly (readonly SourceBlock[])[] | Refused {
  const parts = openPackage(bytes, limits, PARTS);
  if (isRefused(parts)) return parts;
  const content = parts.xml.get('content.xml');
  const styles = parts.xml.get('styles.xml');
  const body = childOf(content, 'body');
  if (body === null) {
    return refuse(
      'corrupt',
      'an OpenDocument file must hold a body, got none; send the original again',
    );
  }
  const reader = new OdfReader(odfStyles([styles, content]));
  const kind = elementsOf(body)[0];
  if (kind?.name === 'spreadsheet') return sheets(kind, reader);
  if (kind?.name === 'presentation' || kind?.name === 'drawing') return slides(kind, reader);
  const margins = (name: string, as: 'page-header' | 'page-footer'): SourceBlock[] =>
    distinct(odfMargins(styles, name).flatMap((margin) => reader.blocks(margin))).map((block) =>
      block.kind === 'table' ? block : { ...block, kind: as },
    );
  const text = kind === undefined ? [] : reader.blocks(kind);
  return [
    [
      ...margins('header-first', 'page-header'),
      ...margins('header', 'page-header'),
      ...text,
      ...reader.takeNotes(),
      ...margins('footer-first', 'page-footer'),
      ...margins('footer', 'page-footer'),
    ],
  ];
}

function sheets(spreadsheet: XmlElement, reader: OdfReader): SourceBlock[][] {
  return elementsOf(spreadsheet, 'table')
    .filter((table) => !reader.isHidden(table))
    .map((table) => [
      { kind: 'heading', text: table.attributes['name'] ?? '' },
      ...reader.sheetBlocks(table),
      ...reader.takeNotes(),
    ]);
}

function slides(presentation: XmlElement, reader: OdfReader): SourceBlock[][] {
  return elementsOf(presentation, 'page').map((page) => [
    ...reader.blocks(page),
    ...reader.takeNotes(),
  ]);
}

function distinct(blocks: readonly SourceBlock[]): SourceBlock[] {
  const seen = new Set<string>();
  return blocks.filter((block) => {
    const text = textOfBlocks([block]);
    return !seen.has(text) && seen.add(text);
  });
}
