/** Elements that HTML never nests, or closes by itself (HTML standard, optional tags). */
const NOT_NESTING = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'p li dt dd tr td th thead tbody tfoot option optgroup colgroup rt rp'
  ).split(' '),
);
/** Where elements begin whose content is no markup, and comments. */
const RAW = /<(?:(script|style|textarea|title|xmp|noscript)(?=[\s/>])[^<>]*>|!--)/gi;

/**
 * Depth of nesting of tags, counted in one pass over the characters without building a tree:
 * parsers recurse or shift stacks, and a million open tags is what makes them hang.
 * Counting stops at `limit + 1`.
 */
export function markupDepth(markup: string, limit: number): number {
  const source = withoutRaw(markup);
  const tags = /<(\/?)([a-z][a-z0-9:-]*)(?![a-z0-9:-])([^<>]*)>/gi;
  let depth = 0;
  let deepest = 0;
  for (const [, slash = '', name = '', rest = ''] of source.matchAll(tags)) {
    if (rest.endsWith('/') || NOT_NESTING.has(name.toLowerCase())) continue;
    depth = Math.max(0, depth + (slash === '' ? 1 : -1));
    deepest = Math.max(deepest, depth);
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
