import { strToU8, zipSync } from 'fflate';
import type { Block, Draft } from '../draft.ts';
import type { Rendered } from './render-text.ts';

const CONTENT_TYPES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELATIONS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
/** The first day that a ZIP archive can bear, in local time on every machine. */
const FIXED_DATE = '1980-01-01T00:00:00';

/** The smallest package that word processors open (ECMA-376 part 1, sections 8 and 17). */
export function renderDocx(draft: Draft): Rendered {
  const body = draft.blocks.map(blockXml).join('');
  const document = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="${NAMESPACE}"><w:body>${body}</w:body></w:document>`;
  const bytes = zipSync(
    {
      '[Content_Types].xml': strToU8(CONTENT_TYPES),
      '_rels/.rels': strToU8(RELATIONS),
      'word/document.xml': strToU8(document),
    },
    { mtime: new Date(FIXED_DATE), level: 6 },
  );
  return { bytes, extension: 'docx', printed: (text) => text };
}

/** For text and attribute values of XML and HTML. */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function blockXml(block: Block): string {
  switch (block.kind) {
    case 'title':
      return paragraph([block.text], '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr>');
    case 'heading':
      return paragraph([block.text], '<w:rPr><w:b/></w:rPr>');
    case 'paragraph':
      return paragraph([block.text]);
    case 'lines':
      return paragraph(block.lines);
    case 'grid':
      return `<w:tbl>${block.rows.map(rowXml).join('')}</w:tbl>`;
    case 'table':
      return `<w:tbl>${[block.header, ...block.rows].map(rowXml).join('')}</w:tbl>`;
  }
}

function paragraph(lines: readonly string[], properties = ''): string {
  const texts = lines.map((line) => `<w:t xml:space="preserve">${escapeMarkup(line)}</w:t>`);
  return `<w:p><w:r>${properties}${texts.join('<w:br/>')}</w:r></w:p>`;
}

function rowXml(cells: readonly string[]): string {
  return `<w:tr>${cells.map((cell) => `<w:tc>${paragraph([cell])}</w:tc>`).join('')}</w:tr>`;
}
