import type { Declarations } from './style-sheet.ts';
import { type TreeNode, attributeOf, nameOf } from './page-tree.ts';

/** What children take over, and what decides whether text shows. */
export interface ShownStyle {
  readonly visible: boolean;
  readonly fontIsZero: boolean;
  /** `collapse`, `lines` (pre-line) or `all` (pre). */
  readonly whiteSpace: 'collapse' | 'lines' | 'all';
  readonly listStyle: string | null;
  /** Six hexadecimal digits; null where it is not known. */
  readonly colour: string | null;
  readonly background: string | null;
}

export const PLAIN: ShownStyle = {
  visible: true,
  fontIsZero: false,
  whiteSpace: 'collapse',
  listStyle: null,
  colour: '000000',
  background: 'ffffff',
};
/** No page is scrolled so far to the left or up: what stands there is meant not to be seen. */
const OFF_SCREEN_PX = -500;
const NAMED: Readonly<Record<string, string>> = { black: '000000', white: 'ffffff' };

/** Whether an element and all within is never seen, whatever its children say. */
export function isGone(style: Declarations): boolean {
  if (style.get('display') === 'none') return true;
  if (isZero(style.get('opacity'))) return true;
  if (isClipped(style)) return true;
  const placed = /^(?:absolute|fixed)$/.test(style.get('position') ?? '');
  const sides = ['left', 'top', 'right', 'bottom'].map((side) => style.get(side));
  if (placed && sides.some(isOffScreen)) return true;
  if (isOffScreen(style.get('text-indent')) || isOffScreen(style.get('margin-left'))) return true;
  const transform = style.get('transform') ?? '';
  return (
    /scale[xy]?\(\s*0\s*[,)]/.test(transform) || isOffScreen(/\(([^,)]*)/.exec(transform)?.[1])
  );
}

/** The style of an element by its own declarations and its parent's style. */
export function shownStyle(node: TreeNode, own: Declarations, parent: ShownStyle): ShownStyle {
  const visibility = own.get('visibility');
  const font = own.get('font-size');
  return {
    visible:
      visibility === undefined || visibility === 'inherit'
        ? parent.visible
        : visibility === 'visible',
    fontIsZero: font === undefined ? parent.fontIsZero : isZero(font),
    whiteSpace: whiteSpaceOf(node, own) ?? parent.whiteSpace,
    listStyle: listStyleOf(own) ?? parent.listStyle,
    colour: colourOf(node, own, parent),
    background: backgroundOf(node, own, parent),
  };
}

/** Whether text in this style is seen. `colours`: whether all style sheets are known. */
export function isSeen(style: ShownStyle, colours: boolean): boolean {
  if (!style.visible || style.fontIsZero || style.colour === 'transparent') return false;
  return !(colours && style.colour !== null && style.colour === style.background);
}

function isClipped(style: Declarations): boolean {
  const clip = style.get('clip')?.replaceAll(/[\s,]+/g, ' ') ?? '';
  if (/^rect\(\s?0(?:px)? 0(?:px)? 0(?:px)? 0(?:px)?\s?\)$/.test(clip)) return true;
  if (/^rect\(\s?1px 1px 1px 1px\s?\)$/.test(clip)) return true;
  if (/^(?:inset\((?:50|100)%\)|circle\(0)/.test(style.get('clip-path') ?? '')) return true;
  if (!/hidden|clip/.test(style.get('overflow') ?? '')) return false;
  return ['height', 'max-height', 'width', 'max-width'].some((side) =>
    /^[01](?:\.0+)?(?:px)?$/.test(style.get(side) ?? ''),
  );
}

function isOffScreen(length: string | undefined): boolean {
  const found = /^(-\d+(?:\.\d+)?)(px|em|rem|vw|vh|%)?/.exec(length?.trim() ?? '');
  const scale = { px: 1, em: 16, rem: 16, vw: 12.8, vh: 8, '%': 8 }[found?.[2] ?? 'px'] ?? 1;
  return found !== null && Number(found[1]) * scale <= OFF_SCREEN_PX;
}

function isZero(value: string | undefined): boolean {
  return value !== undefined && /^0*(?:\.0+)?(?:px|pt|em|rem|%)?$/.test(value) && /0/.test(value);
}

function whiteSpaceOf(node: TreeNode, own: Declarations): ShownStyle['whiteSpace'] | null {
  const value = own.get('white-space');
  if (value === undefined) {
    return ['pre', 'textarea', 'xmp', 'listing', 'plaintext'].includes(nameOf(node)) ? 'all' : null;
  }
  if (value === 'pre-line') return 'lines';
  return value.startsWith('pre') || value === 'break-spaces' ? 'all' : 'collapse';
}

function listStyleOf(own: Declarations): string | null {
  return own.get('list-style-type') ?? own.get('list-style')?.split(/\s+/)[0] ?? null;
}

function colourOf(node: TreeNode, own: Declarations, parent: ShownStyle): string | null {
  const value = own.get('color') ?? attributeOf(node, nameOf(node) === 'font' ? 'color' : 'text');
  return value === null ? parent.colour : parseColour(value, parent.colour);
}

function backgroundOf(node: TreeNode, own: Declarations, parent: ShownStyle): string | null {
  const value =
    own.get('background-color') ?? own.get('background') ?? attributeOf(node, 'bgcolor');
  if (attributeOf(node, 'background') !== null) return null;
  if (value === null || /^(?:transparent|none|inherit)$/.test(value)) return parent.background;
  return parseColour(value, null);
}

function parseColour(text: string, otherwise: string | null): string | null {
  const value = text.trim().toLowerCase();
  if (value === 'inherit' || value === 'currentcolor') return otherwise;
  if (value === 'transparent') return 'transparent';
  if (NAMED[value] !== undefined) return NAMED[value];
  const short = /^#([\da-f])([\da-f])([\da-f])$/.exec(value);
  if (short)
    return short
      .slice(1)
      .map((digit) => digit + digit)
      .join('');
  const long = /^#([\da-f]{6})$/.exec(value)?.[1];
  if (long !== undefined) return long;
  const parts = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)\s*(?:[,/]\s*([\d.]+%?)\s*)?\)$/.exec(value);
  if (parts === null) return null;
  if (isZero(parts[4])) return 'transparent';
  return parts
    .slice(1, 4)
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('');
}
