import { parse } from '@babel/parser';
import { textsOfPattern } from './regex-words.ts';

export interface Literal {
  /** One, or of a pattern one for each way through it. */
  readonly texts: readonly string[];
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Strings, templates and regular expressions of a source file or a JSON file; no comments. */
export function literalsIn(path: string, code: string): readonly Literal[] {
  const source = path.endsWith('.json') ? `export const data = ${code};` : code;
  const ast = parse(source, { sourceType: 'module', plugins: ['typescript'] });
  const found: Literal[] = [];
  visit(ast.program, (node) => {
    const texts = textsOf(node);
    if (texts !== null) found.push({ texts });
  });
  return found;
}

function textsOf(node: Node): readonly string[] | null {
  switch (node.type) {
    case 'StringLiteral':
      return patternOrText(String(node['value']));
    case 'TemplateElement': {
      const { value } = node;
      const raw = typeof value === 'object' && value !== null && 'raw' in value ? value.raw : '';
      return patternOrText(String(raw));
    }
    case 'RegExpLiteral':
      return textsOfPattern(String(node['pattern']));
    default:
      return null;
  }
}

/** A string may be a list, a message, or a piece of a pattern. */
function patternOrText(text: string): readonly string[] {
  const isPattern = /\(\?|\\[sdpb]|[^\s]\|[^\s]/u.test(text);
  return isPattern ? textsOfPattern(text) : [text];
}

function visit(value: unknown, onNode: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const one of value) visit(one, onNode);
  } else if (isNode(value)) {
    onNode(value);
    for (const [key, one] of Object.entries(value)) {
      const isSource = key === 'source' || key === 'loc';
      if (!isSource) visit(one, onNode);
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
