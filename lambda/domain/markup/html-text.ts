import type { IngestionLimits } from '../../../config/schema.ts';
import { type Refused, isRefused, refuse } from '../document/refusal.ts';
import { type SourceBlock, textOfBlocks } from '../layout/source-blocks.ts';
import { markupDepth } from './markup-depth.ts';
import { pageBlocks } from './page-blocks.ts';
import { type TreeNode, attributeOf, nodesNamed, ownText, treeDepth } from './page-tree.ts';
import { parseStyleSheets } from './style-sheet.ts';

/** Share of script in a page from which, without a paragraph of text, the page is a program. */
const MAX_SCRIPT_SHARE = 0.5;
const MIN_TEXT_CHARACTERS = 200;
/** Levels of a tree for one level of nesting: rows, cells, items, paragraphs come in between. */
const TREE_LEVELS_PER_LEVEL = 8;
/** The walk recurses: a stack of Node's default size holds several times as many. */
const MAX_TREE_LEVELS = 1_500;

/**
 * A page as a browser shows it: what styles, attributes or their place hide is left out, and so
 * are scripts; blocks stand on lines of their own, rows of tables on one line.
 */
export async function htmlBlocks(
  html: string,
  limits: IngestionLimits,
): Promise<readonly SourceBlock[] | Refused> {
  if (markupDepth(html, limits.maxDepth) > limits.maxDepth) return tooDeep(limits.maxDepth);
  const { load } = await import('cheerio/slim');
  const roots: readonly TreeNode[] = load(html).root().toArray();
  const levels = Math.min(limits.maxDepth * TREE_LEVELS_PER_LEVEL, MAX_TREE_LEVELS);
  if (treeDepth(roots) > levels) return tooDeep(limits.maxDepth);
  const blocks = pageBlocks(roots, {
    sheet: parseStyleSheets(nodesNamed(roots, 'style').filter(isForScreens).map(ownText)),
    colours: !nodesNamed(roots, 'link').some(isStyleSheet),
  });
  const text = textOfBlocks(blocks);
  const handlers = html.match(/\son[a-z]+\s*=/gi)?.length ?? 0;
  const scripts = scriptCharacters(roots) + handlers * 40;
  if (text.length < MIN_TEXT_CHARACTERS && scripts > html.length * MAX_SCRIPT_SHARE) {
    return refuse(
      'active-content',
      `a page must carry its text, got ${text.length} characters of text and ${scripts} of script; save it as it is shown, or as PDF`,
    );
  }
  return blocks;
}

/** Text of a page as a reader sees it. */
export async function htmlText(
  html: string,
  limits: IngestionLimits,
): Promise<{ readonly text: string } | Refused> {
  const blocks = await htmlBlocks(html, limits);
  return isRefused(blocks) ? blocks : { text: textOfBlocks(blocks) };
}

function tooDeep(maxDepth: number): Refused {
  return refuse(
    'nested-too-deeply',
    `elements must be nested at most ${maxDepth} levels, got more; flatten the document or raise ingestion.maxDepth in config`,
  );
}

function scriptCharacters(roots: readonly TreeNode[]): number {
  return nodesNamed(roots, 'script').reduce((sum, script) => sum + ownText(script).length, 0);
}

function isForScreens(style: TreeNode): boolean {
  return /^\s*$|all|screen/i.test(attributeOf(style, 'media') ?? '');
}

function isStyleSheet(link: TreeNode): boolean {
  return /\bstylesheet\b/i.test(attributeOf(link, 'rel') ?? '');
}
