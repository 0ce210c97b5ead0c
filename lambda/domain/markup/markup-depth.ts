/** Elements without content. */
const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
/** Elements whose opening closes an open one of these (HTML standard, optional tags). */
const CLOSES: Readonly<Record<string, readonly string[]>> = {
  p: ['p'],
  li: ['li', 'p'],
  dt: ['dt', 'dd', 'p'],
  dd: ['dt', 'dd', 'p'],
  option: ['option'],
  optgroup: ['option', 'optgroup'],
  rt: ['rt', 'rp'],
  rp: ['rt', 'rp'],
  colgroup: ['colgroup'],
  td: ['td', 'th', 'p'],
  th: ['td', 'th', 'p'],
  tr: ['td', 'th', 'tr', 'p'],
  thead: ['td', 'th', 'tr', 'thead', 'tbody', 'tfoot'],
  tbody: ['td', 'th', 'tr', 'thead', 'tbody', 'tfoot'],
  tfoot: ['td', 'th', 'tr', 'thead', 'tbody', 'tfoot'],
};
/** Levels of rows, cells, items and paragraphs that one level of nesting may bring along. */
const LEVELS_PER_LEVEL = 8;
/** Where elements begin whose content is no markup, and comments. */
const RAW = /<(?:(script|style|textarea|title|xmp|noscript)(?=[\s/>])[^<>]*>|!--)/gi;

/**
 * Depth of nesting of tags, counted in one pass over the characters without building a tree:
 * parsers recurse or shift stacks, and a million open tags is what makes them hang. Elements that
 * close by themselves do not count, but for where they are stacked without end.
 * Counting stops at `limit + 1`.
 */
export function markupDepth(markup: string, limit: number): number {
  const source = withoutRaw(markup);
  const tags = /<(\/?)([a-z][a-z0-9:-]*)(?![a-z0-9:-])([^<>]*)>/gi;
  const open: string[] = [];
  let depth = 0;
  let deepest = 0;
  const pop = (): void => {
    if (CLOSES[open.pop() ?? ''] === undefined) depth -= 1;
  };
  for (const [, slash = '', written = '', rest = ''] of source.matchAll(tags)) {
    const name = written.toLowerCase();
    if (VOID.has(name) || rest.endsWith('/')) continue;
    if (slash !== '') {
      const at = open.lastIndexOf(name);
      for (let left = at < 0 ? 0 : open.length - at; left > 0; left -= 1) pop();
      continue;
    }
    const closed = CLOSES[name];
    while (closed?.includes(open.at(-1) ?? '')) pop();
    open.push(name);
    if (closed === undefined) depth += 1;
    deepest = Math.max(deepest, depth);
    if (open.length > limit * LEVELS_PER_LEVEL) deepest = limit + 1;
    if (deepest > limit) break;
  }
  return deepest;
}

/** One pass: an element that nothing closes is looked for once, not from each place it opens. */
function withoutRaw(markup: string): string {
  const closings = new Map<string, RegExp>();
  const unclosed = new Set<string>();
  const opening = new RegExp(RAW);
  let kept = '';
  let from = 0;
  for (let match = opening.exec(markup); match !== null; match = opening.exec(markup)) {
    const name = match[1]?.toLowerCase() ?? '--';
    if (unclosed.has(name)) continue;
    const closing = closings.get(name) ?? closingOf(name);
    closings.set(name, closing);
    closing.lastIndex = opening.lastIndex;
    if (closing.exec(markup) === null) {
      unclosed.add(name);
      continue;
    }
    kept += markup.slice(from, match.index);
    from = closing.lastIndex;
    opening.lastIndex = from;
  }
  return kept + markup.slice(from);
}

function closingOf(name: string): RegExp {
  return name === '--' ? /-->/g : new RegExp(`</${name}\\s{0,20}>`, 'gi');
}
