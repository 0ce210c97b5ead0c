/** Elements that HTML never nests, or closes by itself (HTML standard, optional tags). */
const NOT_NESTING = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'p li dt dd tr td th thead tbody tfoot option optgroup colgroup rt rp'
  ).split(' '),
);
/** Elements whose content is no markup. */
const RAW =
  /<(script|style|textarea|title|xmp|noscript)\b[^>]*>[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi;

/**
 * Depth of nesting of tags, counted in one pass over the characters without building a tree:
 * parsers recurse or shift stacks, and a million open tags is what makes them hang.
 * Counting stops at `limit + 1`.
 */
export function markupDepth(markup: string, limit: number): number {
  const source = markup.replaceAll(RAW, '');
  const tags = /<(\/?)([a-z][a-z0-9:-]*)([^<>]*)>/gi;
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
