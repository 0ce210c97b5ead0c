import { dirname, join, normalize } from 'node:path/posix';
import { parse, type ParserPlugin } from '@babel/parser';

export interface Import {
  /** A file of ours by its path from the root, or a package by its whole specifier. */
  readonly to: string;
  readonly ours: boolean;
  /** Nothing of it is there at run time. */
  readonly typeOnly: boolean;
  /** Of the values that it takes; `*` for all. */
  readonly names: readonly string[];
  /** As it stands in the source. */
  readonly specifier: string;
}

export interface Source {
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** What the file does that some files must not. */
  readonly facts: readonly FactKind[];
}

export type FactKind =
  | 'environment'
  | 'clock'
  | 'chance'
  | 'network'
  | 'console'
  | 'import-meta'
  | 'top-level-await'
  | 're-export'
  | 'default-export'
  | 'ts-suppression';

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Parses the file: what stands in comments and strings is no import. */
export function readSource(path: string, code: string): Source {
  const plugins: ParserPlugin[] = path.endsWith('x') ? ['typescript', 'jsx'] : ['typescript'];
  const ast = parse(code, { sourceType: 'module', plugins });
  const imports: Import[] = [];
  const facts: FactKind[] = [];
  const program = asNode(ast.program);
  if (program === null) throw new Error(`${path} must hold a program`);
  walk(program, [], (node, ancestors) => {
    const found = importIn(node);
    if (found) imports.push({ ...found, ...resolve(path, found.specifier), names: valuesOf(node) });
    const kind = factIn(node, ancestors);
    if (kind) facts.push(kind);
  });
  for (const comment of ast.comments ?? []) {
    if (/@ts-(ignore|nocheck|expect-error)/.test(comment.value)) {
      facts.push('ts-suppression');
    }
  }
  return { path, lines: code.split('\n').length - 1, imports, facts };
}

function resolve(from: string, specifier: string): Pick<Import, 'to' | 'ours'> {
  const ours = specifier.startsWith('.') || specifier.startsWith('/');
  return { to: ours ? normalize(join(dirname(from), specifier)) : specifier, ours };
}

function valuesOf(node: Node): string[] {
  if (isTypeOnly(node)) return [];
  const specifiers = nodesIn(node['specifiers']).filter((one) => one['importKind'] !== 'type');
  return specifiers.length === 0 ? ['*'] : specifiers.map((one) => nameOf(one['imported']) ?? '*');
}

function importIn(node: Node): { specifier: string; typeOnly: boolean } | null {
  const source = textOf(node['source']);
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return source === null ? null : { specifier: source, typeOnly: isTypeOnly(node) };
    case 'ImportExpression':
      return { specifier: source ?? COMPUTED, typeOnly: false };
    case 'TSImportType': {
      const argument = textOf(node['argument']) ?? textOf(asNode(node['argument'])?.['literal']);
      return { specifier: argument ?? COMPUTED, typeOnly: true };
    }
    case 'TSExternalModuleReference':
      return { specifier: textOf(node['expression']) ?? COMPUTED, typeOnly: false };
    case 'CallExpression':
      return isLoader(asNode(node['callee']))
        ? { specifier: textOf(nodesIn(node['arguments'])[0]) ?? COMPUTED, typeOnly: false }
        : null;
    default:
      return null;
  }
}

/** A specifier that only the run knows: no rule lists it, so it is forbidden. */
export const COMPUTED = '(computed)';

function isLoader(callee: Node | null): boolean {
  if (callee?.type === 'Import') return true;
  if (callee?.type === 'Identifier') return callee['name'] === 'require';
  return (
    callee?.type === 'MemberExpression' &&
    nameOf(callee['object']) === 'require' &&
    nameOf(callee['property']) === 'resolve'
  );
}

function isTypeOnly(node: Node): boolean {
  if (node['importKind'] === 'type' || node['exportKind'] === 'type') return true;
  const specifiers = nodesIn(node['specifiers']);
  return (
    specifiers.length > 0 &&
    specifiers.every((one) => one['importKind'] === 'type' || one['exportKind'] === 'type')
  );
}

function factIn(node: Node, ancestors: readonly Node[]): FactKind | null {
  const parent = ancestors.at(-1);
  switch (node.type) {
    case 'MetaProperty':
      return nameOf(node['meta']) === 'import' ? 'import-meta' : null;
    case 'AwaitExpression':
    case 'ForOfStatement':
      if (node.type === 'ForOfStatement' && node['await'] !== true) return null;
      return ancestors.some(({ type }) => FUNCTIONS.test(type)) ? null : 'top-level-await';
    case 'ExportAllDeclaration':
      return 're-export';
    case 'ExportNamedDeclaration':
      return node['source'] ? 're-export' : null;
    case 'ExportDefaultDeclaration':
      return 'default-export';
    case 'Identifier':
      return parent ? globalFact(node, parent) : null;
    default:
      return null;
  }
}

const FUNCTIONS = /Function|Method|StaticBlock|ClassProperty|ClassPrivateProperty/;
const TYPES = /^TS(TypeReference|QualifiedName|TypeQuery|ExpressionWithTypeArguments|.*Signature)$/;
/** `new Date(value)`, `Date.UTC` and `Date.parse` read no clock. */
const PURE_DATE = new Set(['UTC', 'parse']);

function globalFact(node: Node, parent: Node): FactKind | null {
  if (isNameOfMember(node, parent) || TYPES.test(parent.type)) return null;
  const member = parent['object'] === node ? nameOf(parent['property']) : null;
  switch (node['name']) {
    case 'process':
      return member === null || member === 'env' ? 'environment' : null;
    case 'Date': {
      const made = parent.type === 'NewExpression' && nodesIn(parent['arguments']).length > 0;
      const compared = parent.type === 'BinaryExpression';
      return made || compared || PURE_DATE.has(member ?? '') ? null : 'clock';
    }
    case 'performance':
    case 'setTimeout':
    case 'setInterval':
      return 'clock';
    case 'Math':
      return member === null || member === 'random' ? 'chance' : null;
    case 'crypto':
      return 'chance';
    case 'fetch':
    case 'WebSocket':
      return 'network';
    case 'console':
      return 'console';
    default:
      return null;
  }
}

/** `{ process: 1 }`, `x.process`, a parameter of that name: no global. */
function isNameOfMember(node: Node, parent: Node): boolean {
  if (parent.type === 'MemberExpression' || parent.type === 'OptionalMemberExpression') {
    return parent['property'] === node && parent['computed'] !== true;
  }
  if (/^(Object|Class)(Property|Method)$/.test(parent.type)) {
    return parent['key'] === node && parent['computed'] !== true && parent['shorthand'] !== true;
  }
  return /Function|ImportSpecifier|ExportSpecifier|VariableDeclarator/.test(parent.type)
    ? parent['init'] !== node && parent['body'] !== node
    : false;
}

function walk(
  node: Node,
  ancestors: readonly Node[],
  visit: (node: Node, ancestors: readonly Node[]) => void,
): void {
  visit(node, ancestors);
  const below = [...ancestors, node];
  for (const [key, value] of Object.entries(node)) {
    if (key === 'loc' || key.endsWith('omments')) continue;
    for (const child of Array.isArray(value) ? value : [value]) {
      const next = asNode(child);
      if (next) walk(next, below, visit);
    }
  }
}

function asNode(value: unknown): Node | null {
  if (typeof value !== 'object' || value === null || !('type' in value)) return null;
  return isNode(value) ? value : null;
}

function isNode(value: object & { readonly type: unknown }): value is Node {
  return typeof value.type === 'string';
}

function nodesIn(value: unknown): Node[] {
  return Array.isArray(value) ? value.flatMap((one) => asNode(one) ?? []) : [];
}

function nameOf(value: unknown): string | null {
  const node = asNode(value);
  const name = node?.['name'] ?? node?.['value'];
  return typeof name === 'string' ? name : null;
}

function textOf(value: unknown): string | null {
  const node = asNode(value);
  return node?.type === 'StringLiteral' && typeof node['value'] === 'string' ? node['value'] : null;
}
