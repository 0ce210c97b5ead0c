import type { IngestionLimits } from '../../../config/schema.ts';
import { markupDepth } from './markup-depth.ts';
import { type Refused, refuse } from '../document/refusal.ts';

/** Never shown to a reader of the page. */
const UNSEEN = new Set(
  'script style noscript template head svg canvas iframe object embed audio video'.split(' '),
);
const HIDDEN_STYLE =
  /(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])|opacity\s*:\s*0(?![.\d]*[1-9]))/i;
/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption dd details dialog div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section ' +
    'summary table tbody tfoot thead tr ul'
  ).split(' '),
);
/** Mark the cells of a row until blank space is tidied: Unicode's private use, so never text. */
const CELL_START = '\ue000';
const CELL_END = '\ue001';
/** Blocks that a blank line sets apart. */
const PARAGRAPHS = /^(?:h[1-6]|p|table|blockquote|pre|ul|ol|dl|section|article)$/;
/** Share of script in a page from which, without a paragraph of text, the page is a program. */
const MAX_SCRIPT_SHARE = 0.5;
const MIN_TEXT_CHARACTERS = 200;

interface TreeNode {
  readonly type: string;
  readonly data?: string;
  readonly name?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly TreeNode[];
}

/** Text of a page as a reader sees it: scripts, styles and hidden text dropped, blocks on lines. */
export async function htmlText(
  html: string,
  limits: IngestionLimits,
): Promise<{ readonly text: string } | Refused> {
  const depth = markupDepth(html, limits.maxDepth);
  if (depth > limits.maxDepth) return tooDeep(limits.maxDepth);
  const { load } = await import('cheerio/slim');
  const page = load(html);
  const roots: readonly TreeNode[] = page.root().toArray();
  const handlers = html.match(/\son[a-z]+\s*=/gi)?.length ?? 0;
  const scripts = scriptCharacters(roots) + handlers * 40;
  const text = layOut(roots);
  if (text.length < MIN_TEXT_CHARACTERS && scripts > html.length * MAX_SCRIPT_SHARE) {
    return refuse(
      'active-content',
      `a page must carry its text, got ${text.length} characters of text and ${scripts} of script; save it as it is shown, or as PDF`,
    );
  }
  return { text };
}

export function tooDeep(maxDepth: number): Refused {
  return refuse(
    'nested-too-deeply',
    `elements must be nested at most ${maxDepth} levels, got more; flatten the document or raise ingestion.maxDepth in config`,
  );
}

/** Walks without recursion, so that no tree is too deep for the stack; what is unseen is left out. */
function layOut(roots: readonly TreeNode[]): string {
  const parts: string[] = [];
  const stack: (TreeNode | string)[] = [...roots].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') {
      parts.push(node);
    } else if (node.type === 'text') {
      parts.push((node.data ?? '').replaceAll(/[\s\u00a0]+/g, ' '));
    } else if (node.type !== 'comment' && node.type !== 'directive' && !isUnseen(node)) {
      const [before, after] = breaksAround(node.name?.toLowerCase() ?? '');
      stack.push(after);
      pushChildren(stack, node);
      stack.push(before);
    }
  }
  return tidy(parts.join(''));
}

function scriptCharacters(roots: readonly TreeNode[]): number {
  let characters = 0;
  const stack: (TreeNode | string)[] = [...roots];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') continue;
    if (node.name?.toLowerCase() === 'script') {
      for (const { data = '' } of node.children ?? []) characters += data.length;
    }
    pushChildren(stack, node);
  }
  return characters;
}

/** One by one: a call takes fewer arguments than an element may have children. */
function pushChildren(stack: (TreeNode | string)[], { children = [] }: TreeNode): void {
  for (let at = children.length - 1; at >= 0; at -= 1) {
    const child = children[at];
    if (child !== undefined) stack.push(child);
  }
}

/** Selectors would say it shorter, but take a time that grows with the square of the siblings. */
function isUnseen({ name = '', attribs = {} }: TreeNode): boolean {
  return (
    UNSEEN.has(name.toLowerCase()) ||
    Object.hasOwn(attribs, 'hidden') ||
    attribs['aria-hidden'] === 'true' ||
    HIDDEN_STYLE.test(attribs['style'] ?? '')
  );
}

function breaksAround(name: string): readonly [string, string] {
  if (name === 'br') return ['\n', ''];
  if (name === 'td' || name === 'th') return [CELL_START, CELL_END];
  if (PARAGRAPHS.test(name)) return ['\n\n', '\n\n'];
  return BLOCKS.has(name) ? ['\n', '\n'] : ['', ''];
}

/** Every step is linear in the text: a pattern that looks past a run of blanks would not be. */
function tidy(text: string): string {
  return text
    .replaceAll(/ {2,}/g, ' ')
    .split(CELL_START)
    .map((part, at) => (at === 0 ? part : part.trimStart()))
    .join('')
    .split(CELL_END)
    .map((part, at, parts) => (at === parts.length - 1 ? part : part.trimEnd()))
    .join('\t')
    .replaceAll(/ ?\t ?/g, '\t')
    .split('\n')
    .map(trimBlanks)
    .join('\n')
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function trimBlanks(line: string): string {
  let start = 0;
  let end = line.length;
  while (start < end && isBlank(line[start])) start += 1;
  while (end > start && isBlank(line[end - 1])) end -= 1;
  return line.slice(start, end);
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}
