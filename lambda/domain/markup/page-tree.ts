/** What is read of the nodes that the parser makes. */
export interface TreeNode {
  readonly type: string;
  readonly data?: string;
  readonly name?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly TreeNode[];
  readonly parent?: TreeNode | null;
}

export function attributeOf(node: TreeNode, name: string): string | null {
  const { attribs = {} } = node;
  return Object.hasOwn(attribs, name) ? (attribs[name] ?? '') : null;
}

export function nameOf(node: TreeNode): string {
  return node.name?.toLowerCase() ?? '';
}

/** Levels of the tree, without recursion. */
export function treeDepth(roots: readonly TreeNode[]): number {
  let deepest = 0;
  const stack: (readonly [TreeNode, number])[] = roots.map((root) => [root, 1] as const);
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const [node, depth] = at;
    deepest = Math.max(deepest, depth);
    for (const child of node.children ?? []) stack.push([child, depth + 1]);
  }
  return deepest;
}

/** Nodes of a name, in the order of the page, without recursion. */
export function nodesNamed(roots: readonly TreeNode[], name: string): TreeNode[] {
  const found: TreeNode[] = [];
  const stack: TreeNode[] = roots.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (nameOf(node) === name) found.push(node);
    for (const child of (node.children ?? []).toReversed()) stack.push(child);
  }
  return found;
}

/** Character data directly within. */
export function ownText(node: TreeNode): string {
  let text = '';
  for (const { data = '' } of node.children ?? []) text += data;
  return text;
}
