import { student } from '../../../config/student.ts';
import { docxText } from '../../../lambda/domain/office/docx-text.ts';
import { type WordPart, makeWord } from '../../fixtures/office-files.ts';

const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (content: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
const table = (columns: number, ...rows: string[]): string =>
  `<w:tbl><w:tblGrid>${'<w:gridCol/>'.repeat(columns)}</w:tblGrid>${rows.join('')}</w:tbl>`;
const field = (type: string, inner = ''): string =>
  `<w:r><w:fldChar w:fldCharType="${type}">${inner}</w:fldChar></w:r>`;
const code = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
const box = (text: string): string => `<w:txbxContent>${p(run(text))}</w:txbxContent>`;

async function textOf(body: string, parts: readonly WordPart[] = []): Promise<string> {
  const read = await docxText(makeWord(body, parts), student.ingestion);
  return 'text' in read ? read.text : read.refusal.code;
}

describe('the margins of a page', () => {
  const parts: readonly WordPart[] = [
    { type: 'header', file: 'header1.xml', content: `<w:hdr>${p(run('Vale Supplies'))}</w:hdr>` },
    { type: 'footer', file: 'footer1.xml', content: `<w:ftr>${p(run('VAT GB1'))}</w:ftr>` },
    { type: 'header', file: 'header2.xml', content: `<w:hdr>${p(run('Cover'))}</w:hdr>` },
    {
      type: 'settings',
      file: 'settings.xml',
      content: '<w:settings><w:evenAndOddHeaders w:val="0"/></w:settings>',
    },
  ];
  const references =
    '<w:headerReference w:type="default" r:id="r1"/><w:footerReference r:id="r2"/><w:headerReference w:type="first" r:id="r3"/><w:headerReference w:type="even" r:id="r3"/>';

  test('stand before and after the text', async () => {
    expect(await textOf(`${p(run('Body'))}<w:sectPr>${references}</w:sectPr>`, parts)).toBe(
      'Vale Supplies\n\nBody\n\nVAT GB1',
    );
  });

  test('of the first page are read where the section prints them', async () => {
    const text = await textOf(
      `${p(run('Body'))}<w:sectPr>${references}<w:titlePg/></w:sectPr>`,
      parts,
    );
    expect(text).toBe('Cover\n\nVale Supplies\n\nBody\n\nVAT GB1');
  });

  test('stand once where every section repeats them', async () => {
    const section = p(run('One'), `<w:sectPr>${references}</w:sectPr>`);
    const text = await textOf(
      `${section}${p(run('Two'))}<w:sectPr>${references}</w:sectPr>`,
      parts,
    );
    expect(text).toBe('Vale Supplies\n\nOne\n\nTwo\n\nVAT GB1');
  });
});

test('notes and comments are read, and a mark never runs into a number', async () => {
  const text = await textOf(
    p(
      `${run('EUR 12.00')}<w:r><w:footnoteReference w:id="4"/></w:r>${run(' net')}<w:r><w:endnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r>`,
    ),
    [
      {
        type: 'footnotes',
        file: 'footnotes.xml',
        content: `<w:footnotes><w:footnote w:id="0" w:type="separator">${p(run('-'))}</w:footnote><w:footnote w:id="4">${p(`<w:r><w:footnoteRef/></w:r>${run(' Without VAT.')}`)}</w:footnote></w:footnotes>`,
      },
      {
        type: 'endnotes',
        file: 'endnotes.xml',
        content: `<w:endnotes><w:endnote w:id="2">${p(run('As agreed.'))}</w:endnote></w:endnotes>`,
      },
      {
        type: 'comments',
        file: 'comments.xml',
        content: `<w:comments><w:comment w:id="0" w:author="Ada">${p(run('Check this'))}</w:comment></w:comments>`,
      },
    ],
  );
  expect(text).toBe('EUR 12.00[1] net[i]\n\n[1] Without VAT.\n\n[i] As agreed.\n\nAda: Check this');
});

describe('text boxes', () => {
  const choice = (inner: string): string =>
    `<mc:Choice Requires="wps"><wps:txbx>${inner}</wps:txbx></mc:Choice>`;
  const fallback = (inner: string): string =>
    `<mc:Fallback><w:pict><v:textbox>${inner}</v:textbox></w:pict></mc:Fallback>`;
  const alternate = (inner: string): string =>
    p(`<w:r><mc:AlternateContent>${inner}</mc:AlternateContent></w:r>`);

  test.each([
    [
      'with a fallback are read once',
      alternate(choice(box('RENT 9.00')) + fallback(box('RENT 9.00'))),
    ],
    ['without one are read', alternate(choice(box('RENT 9.00')))],
    ['that only the fallback holds are read', alternate(choice('') + fallback(box('RENT 9.00')))],
    [
      'in VML alone are read',
      p(`<w:r><w:pict><v:textbox>${box('RENT 9.00')}</v:textbox></w:pict></w:r>`),
    ],
  ])('%s', async (_fact, body) => {
    expect(await textOf(body)).toBe('RENT 9.00');
  });

  test('in hidden runs are not read', async () => {
    const hidden = `<w:r><w:rPr><w:vanish/></w:rPr><w:pict>${box('secret')}</w:pict></w:r>`;
    expect(await textOf(p(hidden + run('shown')))).toBe('shown');
  });
});

describe('fields', () => {
  test.each([
    [
      'a simple field is its result',
      `<w:fldSimple w:instr=" DATE ">${run('14 March')}</w:fldSimple>`,
      '14 March',
    ],
    [
      'a complex field is its result, not its code',
      `${field('begin')}${code(' REF x ')}${field('separate')}${run('PO-5')}${field('end')}`,
      'PO-5',
    ],
    [
      'a field within a code is no text',
      `${field('begin')}${code(' IF ')}${field('begin')}${code(' MERGEFIELD a ')}${field('separate')}${run('yes')}${field('end')}${code(' = 1 ')}${field('separate')}${run('Paid')}${field('end')}`,
      'Paid',
    ],
    [
      'a ticked box is ticked',
      `${field('begin', '<w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>')}${code(' FORMCHECKBOX ')}${field('end')}${run(' agreed')}`,
      '☒ agreed',
    ],
    [
      'a list to choose from is what was chosen',
      `${field('begin', '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="USD"/><w:listEntry w:val="EUR"/></w:ddList></w:ffData>')}${code(' FORMDROPDOWN ')}${field('end')}`,
      'EUR',
    ],
    [
      'a content control is its content',
      `<w:sdt><w:sdtPr/><w:sdtContent>${run('Ireland')}</w:sdtContent></w:sdt>`,
      'Ireland',
    ],
    [
      'the prompt of an empty control is no text',
      `${run('x')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('Click here')}</w:sdtContent></w:sdt>`,
      'x',
    ],
  ])('%s', async (_fact, content, text) => {
    expect(await textOf(p(content))).toBe(text);
  });

  test('a field may end in a later paragraph', async () => {
    const body = `${p(`${field('begin')}${code('TOC')}${field('separate')}${run('1 Scope')}`)}${p(run('2 Fees'))}${p(`${field('end')}${run('Text')}`)}`;
    expect(await textOf(body)).toBe('1 Scope\n\n2 Fees\n\nText');
  });
});

describe('what changed', () => {
  test('is as accepted: insertions and new places stay, deletions and old places go', async () => {
    const body = p(
      `${run('Fee ')}<w:del><w:r><w:delText>5</w:delText></w:r></w:del><w:ins>${run('9')}</w:ins><w:moveFrom>${run('old')}</w:moveFrom><w:moveTo>${run(' new')}</w:moveTo>`,
    );
    expect(await textOf(body)).toBe('Fee 9 new');
  });

  test('a deleted end of a paragraph joins it with the next', async () => {
    expect(await textOf(p(run('Total '), '<w:rPr><w:del/></w:rPr>') + p(run('9.00')))).toBe(
      'Total 9.00',
    );
  });

  test('a deleted row is gone', async () => {
    const gone = `<w:tr><w:trPr><w:del/></w:trPr>${cell(p(run('a')))}${cell(p(run('b')))}</w:tr>`;
    expect(await textOf(table(2, gone, row(cell(p(run('c'))), cell(p(run('d'))))))).toBe('c\td');
  });
});

describe('hidden text', () => {
  const styles: readonly WordPart[] = [
    {
      type: 'styles',
      file: 'styles.xml',
      content:
        '<w:styles><w:style w:type="character" w:styleId="Ghost"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Child"><w:basedOn w:val="Base"/></w:style></w:styles>',
    },
  ];
  test.each([
    ['by its run', p(run('seen') + run('hidden', '<w:vanish/>'))],
    ['by its character style', p(run('seen') + run('hidden', '<w:rStyle w:val="Ghost"/>'))],
    [
      'by an inherited paragraph style',
      p(run('seen')) + p(run('hidden'), '<w:pStyle w:val="Child"/>'),
    ],
  ])('%s is left out', async (_fact, body) => {
    expect(await textOf(body, styles)).toBe('seen');
  });

  test('that a run switches on again is read', async () => {
    const body = p(run('seen', '<w:vanish w:val="0"/>'), '<w:pStyle w:val="Base"/>');
    expect(await textOf(body, styles)).toBe('seen');
  });
});

describe('numbers of lists', () => {
  const level = (at: number, format: string, text: string, more = ''): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering: readonly WordPart[] = [
    {
      type: 'numbering',
      file: 'numbering.xml',
      content: `<w:numbering><w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%1.%2')}${level(2, 'lowerLetter', '(%3)')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'upperRoman', 'Article %1')}${level(1, 'decimal', '%1.%2', '<w:isLgl/>')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${level(0, 'bullet', '-')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num></w:numbering>`,
    },
  ];
  const item = (text: string, list: number, at = 0): string =>
    p(run(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);

  test.each([
    [
      'count on and start anew below',
      item('a', 1) +
        item('b', 1) +
        item('c', 1, 1) +
        item('d', 1, 1) +
        item('e', 1) +
        item('f', 1, 1),
      '1. a\n2. b\n2.1 c\n2.2 d\n3. e\n3.1 f',
    ],
    ['take their form', item('a', 1) + item('b', 1, 1) + item('c', 1, 2), '1. a\n1.1 b\n(a) c'],
    [
      'are decimal where the law wants it',
      item('a', 2) + item('b', 2) + item('c', 2, 1),
      'Article I a\nArticle II b\n2.1 c',
    ],
    ['of bullets are left out', item('a', 3), 'a'],
    ['start where a list says', item('a', 1) + item('b', 4) + item('c', 4), '1. a\n7. b\n8. c'],
  ])('%s', async (_fact, body, text) => {
    expect(await textOf(body, numbering)).toBe(text);
  });

  test('come from a style too', async () => {
    const styles: WordPart = {
      type: 'styles',
      file: 'styles.xml',
      content:
        '<w:styles><w:style w:type="paragraph" w:styleId="Clause"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>',
    };
    const body =
      p(run('a'), '<w:pStyle w:val="Clause"/>') + p(run('b'), '<w:pStyle w:val="Clause"/>');
    expect(await textOf(body, [...numbering, styles])).toBe('1. a\n2. b');
  });
});

describe('tables', () => {
  test('a cell of two paragraphs does not break its row', async () => {
    const merged = cell(p(run('r0c0')) + p(run('r1c0')), '<w:vMerge w:val="restart"/>');
    const text = await textOf(
      table(
        2,
        row(merged, cell(p(run('r0c1')))),
        row(cell(p(''), '<w:vMerge/>'), cell(p(run('r1c1')))),
      ),
    );
    expect(text).toBe('r0c0 r1c0\tr0c1\n\tr1c1');
  });

  test('a wide cell leaves its columns empty', async () => {
    const wide = row(cell(p(run('Total')), '<w:gridSpan w:val="2"/>'), cell(p(run('9.00'))));
    expect(await textOf(table(3, wide))).toBe('Total\t\t9.00');
  });

  test('a table within a table is read row by row', async () => {
    const inner = table(
      2,
      row(cell(p(run('a'))), cell(p(run('b')))),
      row(cell(p(run('c'))), cell(p(run('d')))),
    );
    expect(await textOf(table(2, row(cell(p(run('Left'))), cell(inner))))).toBe(
      'Left\n\na\tb\nc\td',
    );
  });

  test('columns of running text are read one after the other', async () => {
    const column = (name: string): string =>
      cell([1, 2, 3].map((n) => p(run(`${name}${n}`))).join(''));
    const text = await textOf(table(2, row(column('a'), column('b'))));
    expect(text).toBe('a1\n\na2\n\na3\n\nb1\n\nb2\n\nb3');
  });
});

test.each([
  [
    'maths',
    '<m:oMath><m:r><m:t>x=</m:t></m:r><m:f><m:num><m:r><m:t>1284</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>',
    'x=1284/2',
  ],
  [
    'tabs and line breaks',
    '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>',
    'a\tb\nc',
  ],
  [
    'soft and fixed hyphens',
    '<w:r><w:t>Soft</w:t><w:softHyphen/><w:t>hyphen</w:t><w:noBreakHyphen/><w:t>end</w:t></w:r>',
    'Softhyphen-end',
  ],
  [
    'symbols',
    '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Symbol" w:char="F061"/></w:r>',
    '☑α',
  ],
  [
    'links and smart tags',
    `<w:hyperlink>${run('our terms')}</w:hyperlink><w:smartTag>${run(' in Leeds')}</w:smartTag>`,
    'our terms in Leeds',
  ],
])('%s are read', async (_what, content, text) => {
  expect(await textOf(p(content))).toBe(text);
});

test.each([
  ['imported.html', '<p>Rent is <b>9.00</b></p><script>x()</script>', 'Rent is 9.00'],
  ['imported.txt', 'Rent is 9.00', 'Rent is 9.00'],
])('the imported file %s stands in its place', async (file, content, text) => {
  const body = `${p(run('Before'))}<w:altChunk r:id="r1"/>${p(run('After'))}`;
  expect(await textOf(body, [{ type: 'aFChunk', file, content }])).toBe(
    `Before\n\n${text}\n\nAfter`,
  );
});

test('a chart is the table of its values', async () => {
  const series =
    '<c:ser><c:tx><c:v>2024</c:v></c:tx><c:cat><c:pt idx="0"><c:v>May</c:v></c:pt></c:cat><c:val><c:pt idx="0"><c:v>9.5</c:v></c:pt></c:val></c:ser>';
  const text = await textOf(
    p('<w:r><w:drawing><c:chart xmlns:c="c" r:id="r1"/></w:drawing></w:r>'),
    [
      {
        type: 'chart',
        file: 'charts/chart1.xml',
        content: `<c:chartSpace xmlns:c="c"><c:chart>${series}</c:chart></c:chartSpace>`,
      },
    ],
  );
  expect(text).toBe('\t2024\nMay\t9.5');
});
