import type { Block, Draft } from '../draft.ts';
import type { Language } from '../lands.ts';
import { escapeMarkup } from './render-docx.ts';
import type { Rendered } from './render-text.ts';

/** A page as mail programs and portals save it; its style sheet is no text. */
export function renderHtml(draft: Draft, language: Language): Rendered {
  const body = draft.blocks.map(blockHtml).join('\n');
  const page = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>Document</title>
<style>body { font-family: sans-serif; max-width: 48em; } td, th { padding: 2px 8px; }</style>
</head>
<body>
${body}
</body>
</html>
`;
  return {
    bytes: new TextEncoder().encode(page),
    extension: 'html',
    printed: (text) => text,
  };
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `<h1>${escapeMarkup(block.text)}</h1>`;
    case 'heading':
      return `<h2>${escapeMarkup(block.text)}</h2>`;
    case 'paragraph':
      return `<p>${escapeMarkup(block.text)}</p>`;
    case 'lines':
      return `<p>${block.lines.map(escapeMarkup).join('<br>\n')}</p>`;
    case 'grid':
      return `<table>\n${block.rows.map((cells) => row(cells, 'td')).join('\n')}\n</table>`;
    case 'table':
      return `<table>\n${row(block.header, 'th')}\n${block.rows.map((cells) => row(cells, 'td')).join('\n')}\n</table>`;
  }
}

function row(cells: readonly string[], tag: 'td' | 'th'): string {
  return `<tr>${cells.map((cell) => `<${tag}>${escapeMarkup(cell)}</${tag}>`).join('')}</tr>`;
}
