import type { IngestionLimits } from '../../../config/schema.ts';
import { type Refused, isRefused, refuse } from '../document/refusal.ts';
import { type SourceBlock, cellText, headerRows, textOfBlocks } from '../layout/source-blocks.ts';
import { type XmlElement, childOf, elementsOf } from '../markup/xml-tree.ts';
import { graphicBlocks, paragraphsOf } from './chart-blocks.ts';
import {
  type OfficePackage,
  type Relation,
  mainPart,
  openPackage,
  relatedParts,
  relationsOf,
} from './office-package.ts';

const PARTS = {
  what: 'a PPTX',
  xml: /^_rels\/\.rels$|^ppt\/(?:[^/]+\.xml|_rels\/[^/]+\.rels|(?:slides|notesSlides|charts|diagrams)\/(?:_rels\/)?[^/]+\.(?:xml|rels))$/i,
};
/** Places on a slide that hold its number, date and footer. */
const MARGINS: ReadonlySet<string> = new Set(['sldNum', 'dt', 'ftr', 'hdr']);

/** Slides that are not hidden, in their order, with their notes (ECMA-376 part 1, 19). */
export function pptxSlides(
  bytes: Uint8Array,
  limits: IngestionLimits,
): readonly (readonly SourceBlock[])[] | Refused {
  const parts = openPackage(bytes, limits, PARTS);
  if (isRefused(parts)) return parts;
  const main = mainPart(parts) ?? 'ppt/presentation.xml';
  const root = parts.xml.get(main);
  if (root === undefined) {
    return refuse('corrupt', 'a PPTX must hold a presentation, got none; send the original again');
  }
  const relations = relationsOf(parts, main);
  return elementsOf(childOf(root, 'sldIdLst'), 'sldId').flatMap(({ attributes }) => {
    const target = relations.get(attributes['r:id'] ?? '')?.target ?? '';
    const slide = parts.xml.get(target);
    const isHidden = /^(?:0|false)$/.test(slide?.attributes['show'] ?? '1');
    return slide === undefined || isHidden ? [] : [slideBlocks(parts, target, slide)];
  });
}

function slideBlocks(parts: OfficePackage, target: string, slide: XmlElement): SourceBlock[] {
  const context = { parts, relations: relationsOf(parts, target) };
  const shapes = inReadingOrder(elementsOf(childOf(slide, 'cSld', 'spTree')));
  const notes = relatedParts(parts, target, 'notesSlide').flatMap((one) => {
    const tree = childOf(parts.xml.get(one), 'cSld', 'spTree');
    return elementsOf(tree, 'sp')
      .filter((shape) => placeOf(shape) === 'body')
      .flatMap((shape) => shapeBlocks(shape, context));
  });
  return [
    ...shapes.flatMap((shape) => shapeBlocks(shape, context)),
    ...notes.map((note) =>
      note.kind === 'table' ? note : { ...note, kind: 'annotation' as const },
    ),
  ];
}

interface SlideContext {
  readonly parts: OfficePackage;
  readonly relations: ReadonlyMap<string, Relation>;
}

function shapeBlocks(shape: XmlElement, context: SlideContext): SourceBlock[] {
  if (isHiddenShape(shape)) return [];
  switch (shape.name) {
    case 'grpSp':
      return inReadingOrder(elementsOf(shape)).flatMap((one) => shapeBlocks(one, context));
    case 'AlternateContent':
      return alternative(shape, context);
    case 'graphicFrame':
      return frameBlocks(shape, context);
    case 'sp':
    case 'cxnSp':
      return textBlocks(shape);
    default:
      return [];
  }
}

function alternative(shape: XmlElement, context: SlideContext): SourceBlock[] {
  for (const choice of elementsOf(shape)) {
    const blocks = elementsOf(choice).flatMap((one) => shapeBlocks(one, context));
    if (blocks.length > 0) return blocks;
  }
  return [];
}

function textBlocks(shape: XmlElement): SourceBlock[] {
  const body = childOf(shape, 'txBody');
  const place = placeOf(shape);
  const paragraphs = body === null ? [] : paragraphsOf(body);
  const isTitle = place === 'title' || place === 'ctrTitle';
  const kind = isTitle ? 'heading' : MARGINS.has(place) ? 'page-footer' : 'paragraph';
  return paragraphs.map((block, at) =>
    block.kind === 'table' ? block : { kind, text: block.text, tight: at > 0 },
  );
}

function frameBlocks(frame: XmlElement, { parts, relations }: SlideContext): SourceBlock[] {
  const data = childOf(frame, 'graphic', 'graphicData');
  const table = childOf(data, 'tbl');
  if (table !== null) return tableBlocks(table);
  const relation =
    childOf(data, 'chart')?.attributes['r:id'] ?? childOf(data, 'relIds')?.attributes['r:dm'];
  return graphicBlocks(parts.xml.get(relations.get(relation ?? '')?.target ?? ''));
}

function tableBlocks(table: XmlElement): SourceBlock[] {
  const rows = elementsOf(table, 'tr').map((row) =>
    elementsOf(row, 'tc').map((cell) => {
      const { hMerge, vMerge } = cell.attributes;
      const body = childOf(cell, 'txBody');
      const goesOn = hMerge === '1' || vMerge === '1' || body === null;
      return goesOn ? '' : cellText(textOfBlocks(paragraphsOf(body)));
    }),
  );
  return [{ kind: 'table', rows, headerRows: headerRows(rows) }];
}

/** From top to bottom where every shape says where it is; else as they were drawn. */
function inReadingOrder(shapes: readonly XmlElement[]): readonly XmlElement[] {
  const drawn = shapes.filter(({ name }) => !name.endsWith('Pr'));
  const placed = drawn.map((shape) => ({ shape, at: offsetOf(shape) }));
  const title = (shape: XmlElement): number => (/title/i.test(placeOf(shape)) ? 0 : 1);
  if (placed.some(({ at }) => at === null)) {
    return drawn.toSorted((a, b) => title(a) - title(b));
  }
  return placed
    .toSorted(
      (a, b) =>
        title(a.shape) - title(b.shape) ||
        (a.at?.y ?? 0) - (b.at?.y ?? 0) ||
        (a.at?.x ?? 0) - (b.at?.x ?? 0),
    )
    .map(({ shape }) => shape);
}

function offsetOf(shape: XmlElement): { readonly x: number; readonly y: number } | null {
  const transform =
    childOf(shape, 'spPr', 'xfrm') ?? childOf(shape, 'grpSpPr', 'xfrm') ?? childOf(shape, 'xfrm');
  const offset = childOf(transform, 'off');
  if (offset === null) return null;
  return { x: Number(offset.attributes['x']), y: Number(offset.attributes['y']) };
}

function placeOf(shape: XmlElement): string {
  return childOf(shape, 'nvSpPr', 'nvPr', 'ph')?.attributes['type'] ?? '';
}

function isHiddenShape(shape: XmlElement): boolean {
  const own = elementsOf(shape).find(({ name }) => /^nv\w*Pr$/.test(name));
  return /^(?:1|true)$/.test(childOf(own, 'cNvPr')?.attributes['hidden'] ?? '');
}
