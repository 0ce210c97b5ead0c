import { type TreeNode, attributeOf, nameOf, nodesNamed } from './page-tree.ts';

/** What a control of a form, or the text beside an image, shows. */
export function controlText(node: TreeNode): string {
  switch (nameOf(node)) {
    case 'img':
      return attributeOf(node, 'alt') ?? '';
    case 'select':
      return chosen(node);
    default:
      return inputText(node);
  }
}

function inputText(node: TreeNode): string {
  const type = attributeOf(node, 'type')?.toLowerCase() ?? 'text';
  switch (type) {
    case 'hidden':
    case 'password':
    case 'file':
    case 'color':
    case 'range':
      return '';
    case 'checkbox':
    case 'radio':
      return attributeOf(node, 'checked') === null ? '☐' : '☒';
    case 'image':
      return attributeOf(node, 'alt') ?? '';
    default:
      return attributeOf(node, 'value') ?? '';
  }
}

/** The options that are selected; else the first, which a closed list shows. */
function chosen(node: TreeNode): string {
  const options = nodesNamed(node.children ?? [], 'option');
  const selected = options.filter((option) => attributeOf(option, 'selected') !== null);
  const isOpen = attributeOf(node, 'multiple') !== null;
  const shown = selected.length > 0 ? selected : isOpen ? [] : options.slice(0, 1);
  return shown.map(optionText).join(', ');
}

function optionText(option: TreeNode): string {
  const text = (option.children ?? []).map(({ data = '' }) => data).join('');
  return attributeOf(option, 'label') ?? text.trim();
}
