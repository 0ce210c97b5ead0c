import { type XmlElement, childOf, elementsOf, isOn } from '../markup/xml-tree.ts';
import { type DocxStyles, hiddenBy } from './docx-styles.ts';
import { mathText } from './math-text.ts';
import { symbolCharacter } from './symbol-font.ts';

/** A field whose end has not come: what stands before `separate` is its code, not its text. */
interface OpenField {
  inResult: boolean;
  hasResult: boolean;
  readonly form: XmlElement | null;
}

/** What runs add to while they are read. */
export interface RunContext {
  readonly styles: DocxStyles;
  /** Fields may begin in one paragraph and end in another. */
  readonly fields: OpenField[];
  /** `w:txbxContent` of boxes, in order. */
  readonly boxes: XmlElement[];
  /** Relation ids of charts and diagrams, in order. */
  readonly graphics: string[];
  /** The mark of a note or the place of a comment. */
  mark(kind: 'footnote' | 'endnote' | 'comment', id: string): string;
  /** The mark within a note's own text. */
  readonly ownMark: string;
}

/** Deleted text, codes, properties, readings above characters. */
const UNSEEN = new Set(
  (
    'del moveFrom delText delInstrText instrText pPr rPr sdtPr sdtEndPr tblPr trPr tcPr rt ' +
    'fldData ffData'
  ).split(' '),
);

/** The printed text of a paragraph or of any part of one. */
export function inlineText(
  parent: XmlElement,
  context: RunContext,
  paragraphHidden: boolean,
): string {
  let text = '';
  for (const child of elementsOf(parent)) text += nodeText(child, context, paragraphHidden);
  return text;
}

/** Whether a content control shows only its prompt. */
export function isPlaceholder(control: XmlElement): boolean {
  return isOn(childOf(control, 'sdtPr', 'showingPlcHdr'));
}

function nodeText(element: XmlElement, context: RunContext, hidden: boolean): string {
  if (UNSEEN.has(element.name)) return '';
  switch (element.name) {
    case 'r':
      return runText(element, context, hidden);
    case 'oMath':
    case 'oMathPara':
      return isShown(context) ? mathText(element) : '';
    case 'sdt':
      return isPlaceholder(element) ? '' : inlineText(element, context, hidden);
    case 'AlternateContent':
      return alternativeText(element, context, hidden);
    case 'txbxContent':
      context.boxes.push(element);
      return '';
    case 'chart':
      context.graphics.push(element.attributes['r:id'] ?? '');
      return '';
    case 'relIds':
      context.graphics.push(element.attributes['r:dm'] ?? '');
      return '';
    case 'fldChar':
      return fieldCharacter(element, context);
    case 't':
    case 'tab':
    case 'ptab':
    case 'br':
    case 'cr':
    case 'noBreakHyphen':
    case 'sym':
    case 'footnoteReference':
    case 'endnoteReference':
    case 'commentReference':
    case 'footnoteRef':
    case 'endnoteRef':
      return isShown(context) ? signText(element, context) : '';
    default:
      return inlineText(element, context, hidden);
  }
}

function runText(run: XmlElement, context: RunContext, paragraphHidden: boolean): string {
  const properties = childOf(run, 'rPr');
  const style = childOf(properties, 'rStyle')?.attributes['val'];
  const byStyle = style === undefined ? null : (context.styles.get(style)?.hidden ?? null);
  const hidden = hiddenBy(properties) ?? byStyle ?? paragraphHidden;
  const { boxes, graphics } = context;
  const before = [boxes.length, graphics.length] as const;
  const text = inlineText(run, context, paragraphHidden);
  if (!hidden) return text;
  [boxes.length, graphics.length] = before;
  return '';
}

/** The newer way of saying it; the older one only where the newer holds nothing to read. */
function alternativeText(element: XmlElement, context: RunContext, hidden: boolean): string {
  const seen = context.boxes.length + context.graphics.length;
  for (const choice of elementsOf(element)) {
    const text = inlineText(choice, context, hidden);
    if (text.trim() !== '' || context.boxes.length + context.graphics.length > seen) return text;
  }
  return '';
}

function fieldCharacter(element: XmlElement, context: RunContext): string {
  const { fields } = context;
  const type = element.attributes['fldCharType'];
  if (type === 'begin') {
    fields.push({ inResult: false, hasResult: false, form: childOf(element, 'ffData') });
  } else if (type === 'separate') {
    const field = fields.at(-1);
    if (field) Object.assign(field, { inResult: true, hasResult: true });
  } else if (type === 'end') {
    const field = fields.pop();
    if (field?.form && isShown(context)) return formText(field.form, field.hasResult);
  }
  return '';
}

/** Legacy form fields that have no text of their own: boxes to tick, lists to choose from. */
function formText(form: XmlElement, hasResult: boolean): string {
  const box = childOf(form, 'checkBox');
  if (box) {
    const checked = childOf(box, 'checked') ?? childOf(box, 'default');
    return isOn(checked) ? '☒' : '☐';
  }
  const list = childOf(form, 'ddList');
  if (list === null || hasResult) return '';
  const chosen = Number((childOf(list, 'result') ?? childOf(list, 'default'))?.attributes['val']);
  return elementsOf(list, 'listEntry')[chosen || 0]?.attributes['val'] ?? '';
}

function signText(element: XmlElement, context: RunContext): string {
  const { attributes } = element;
  const id = attributes['id'] ?? '';
  switch (element.name) {
    case 'tab':
    case 'ptab':
      return '\t';
    case 'br':
    case 'cr':
      return '\n';
    case 'noBreakHyphen':
      return '-';
    case 'sym':
      return symbolCharacter(
        attributes['font'] ?? '',
        Number.parseInt(attributes['char'] ?? '', 16),
      );
    case 'footnoteReference':
      return context.mark('footnote', id);
    case 'endnoteReference':
      return context.mark('endnote', id);
    case 'commentReference':
      return context.mark('comment', id);
    case 'footnoteRef':
    case 'endnoteRef':
      return context.ownMark;
    default:
      return element.children.filter((child) => typeof child === 'string').join('');
  }
}

function isShown({ fields }: RunContext): boolean {
  return fields.every((field) => field.inResult);
}
