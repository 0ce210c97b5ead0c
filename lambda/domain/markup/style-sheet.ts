import { type Compound, type Selector, parseSelector } from './selector.ts';
import { type TreeNode, attributeOf, nameOf } from './page-tree.ts';

export type Declarations = ReadonlyMap<string, string>;

interface Rule {
  readonly selector: Selector;
  readonly declarations: Declarations;
  readonly important: Declarations;
  readonly order: number;
}

/** Rules by what the element itself must have. */
export interface StyleSheet {
  readonly byKey: ReadonlyMap<string, readonly Rule[]>;
  /** Steps of matching left: a page of a hundred thousand elements and rules must end. */
  steps: number;
}

/** Properties that decide whether and how text shows. */
const PROPERTIES = new Set(
  (
    'display visibility white-space position left top right bottom text-indent clip clip-path ' +
    'opacity font-size color background background-color overflow width height max-width ' +
    'max-height list-style list-style-type transform margin-left flex-direction'
  ).split(' '),
);
const MAX_RULES = 20_000;
/** Of rules within `@media` and the like. */
const MAX_LEVELS = 8;
const MAX_STEPS = 20_000_000;
/** A desktop browser's window, for `@media` (min-width: …). */
const WINDOW_WIDTH_PX = 1_280;

/** Reads style sheets as CSS Syntax 3 does: what is not understood is left out, rule by rule. */
export function parseStyleSheets(sheets: readonly string[]): StyleSheet {
  const byKey = new Map<string, Rule[]>();
  let order = 0;
  for (const sheet of sheets) {
    eachRule(sheet.replaceAll(/\/\*[\s\S]*?(?:\*\/|$)/g, ' '), (prelude, body) => {
      const { normal, important } = parseDeclarations(body);
      if (normal.size + important.size === 0) return;
      for (const text of prelude.split(',')) {
        const selector = parseSelector(text);
        if (selector === null || order >= MAX_RULES) continue;
        order += 1;
        const rules = byKey.get(selector.key) ?? [];
        rules.push({ selector, declarations: normal, important, order });
        byKey.set(selector.key, rules);
      }
    });
  }
  return { byKey, steps: MAX_STEPS };
}

/** Declarations that hold for an element: importance, the style attribute, specificity, order. */
export function cascade(sheet: StyleSheet, node: TreeNode): Declarations {
  const style = attributeOf(node, 'style');
  const matching = matchingRules(sheet, node);
  if (matching.length === 0 && style === null) return NOTHING;
  const own = parseDeclarations(style ?? '');
  return new Map([
    ...matching.flatMap((rule) => [...rule.declarations]),
    ...own.normal,
    ...matching.flatMap((rule) => [...rule.important]),
    ...own.important,
  ]);
}

const NOTHING: Declarations = new Map();

function matchingRules(sheet: StyleSheet, node: TreeNode): readonly Rule[] {
  if (sheet.byKey.size === 0) return [];
  const id = attributeOf(node, 'id');
  const keys = [
    '*',
    nameOf(node),
    ...(id === null ? [] : [`#${id}`]),
    ...classesOf(node).map((one) => `.${one}`),
  ];
  return keys
    .flatMap((key) => sheet.byKey.get(key) ?? [])
    .filter((rule) => matches(sheet, rule.selector, node, rule.selector.compounds.length - 1))
    .sort((a, b) => a.selector.specificity - b.selector.specificity || a.order - b.order);
}

/** From the element outwards; the nearest ancestor first. */
function matches(sheet: StyleSheet, selector: Selector, node: TreeNode, at: number): boolean {
  sheet.steps -= 1;
  const compound = selector.compounds[at];
  if (sheet.steps < 0 || compound === undefined || !matchesCompound(compound, node)) return false;
  if (at === 0) return true;
  let ancestor = node.parent ?? null;
  if (compound.combinator === '>') {
    return ancestor !== null && matches(sheet, selector, ancestor, at - 1);
  }
  for (; ancestor !== null; ancestor = ancestor.parent ?? null) {
    if (matches(sheet, selector, ancestor, at - 1)) return true;
  }
  return false;
}

function matchesCompound(compound: Compound, node: TreeNode): boolean {
  if (compound.tag !== null && compound.tag !== nameOf(node)) return false;
  if (compound.id !== null && compound.id !== attributeOf(node, 'id')) return false;
  const classes = compound.classes.length > 0 ? classesOf(node) : [];
  return (
    compound.classes.every((one) => classes.includes(one)) &&
    compound.attributes.every((test) => test(attributeOf(node, test.attribute)))
  );
}

function classesOf(node: TreeNode): string[] {
  return (attributeOf(node, 'class') ?? '').split(/\s+/).filter((one) => one !== '');
}

function eachRule(css: string, found: (prelude: string, body: string) => void, level = 0): void {
  let at = 0;
  while (at < css.length) {
    const open = css.indexOf('{', at);
    if (open < 0) return;
    const before = css.slice(at, open);
    const prelude = before.slice(before.lastIndexOf(';') + 1);
    const close = closingBrace(css, open);
    const body = css.slice(open + 1, close);
    const name = prelude.trim();
    if (!name.startsWith('@')) found(name, body);
    else if (level < MAX_LEVELS && appliesHere(name)) eachRule(body, found, level + 1);
    at = close + 1;
  }
}

function closingBrace(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at += 1) {
    if (css[at] === '{') depth += 1;
    else if (css[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return css.length;
}

/** Whether rules within hold on a desktop screen. */
function appliesHere(rule: string): boolean {
  if (/^@(?:supports|layer|scope)\b/i.test(rule)) return true;
  const query = /^@media\s+(.*)$/is.exec(rule)?.[1]?.toLowerCase();
  if (query === undefined) return false;
  return query.split(',').some((one) => {
    const features = [...one.matchAll(/\(([^()]*)\)/g)].map((match) => match[1] ?? '');
    const type = one.replaceAll(/\([^()]*\)|\band\b|\bonly\b/g, ' ').trim();
    return ['', 'screen', 'all'].includes(type) && features.every(featureHolds);
  });
}

function featureHolds(feature: string): boolean {
  const [name = '', value = ''] = feature.split(':').map((part) => part.trim());
  const px = Number.parseFloat(value) * (value.endsWith('em') ? 16 : 1);
  if (name === 'min-width') return px <= WINDOW_WIDTH_PX;
  return name === 'max-width' && px >= WINDOW_WIDTH_PX;
}

function parseDeclarations(text: string): { normal: Declarations; important: Declarations } {
  const normal = new Map<string, string>();
  const important = new Map<string, string>();
  for (const part of text.split(';')) {
    const colon = part.indexOf(':');
    const name = part.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (!PROPERTIES.has(name)) continue;
    const value = part
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    const bare = value.replace(/\s*!\s*important$/, '');
    (bare === value ? normal : important).set(name, bare);
  }
  return { normal, important };
}
