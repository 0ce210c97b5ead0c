import { student } from '../../../config/student.ts';
import { parseSource } from '../../../lambda/domain/parsing/parse-source.ts';
import {
  makeOffice,
  makeOpenDocument,
  relation,
  relationships,
} from '../../fixtures/office-files.ts';

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const SLIDES = 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml';
const ODF_SPACES = ['office', 'text', 'table', 'draw', 'style', 'presentation', 'dc']
  .map((name) => `xmlns:${name}="urn:${name}"`)
  .join(' ');

const noPdfium = () => Promise.reject(new Error('no PDF here'));

async function read(bytes: Uint8Array, name = ''): Promise<string[]> {
  const parsed = await parseSource({ bytes, name }, student.ingestion, noPdfium);
  if ('refusal' in parsed) return [parsed.refusal.code, parsed.refusal.message];
  return parsed.pages.map((page) => page.text);
}

function workbook(sheet: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  return makeOffice(
    { name: 'xl/workbook.xml', contentType: SHEET },
    {
      'xl/workbook.xml':
        '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Invoice" r:id="r1"/><sheet name="Secret" state="hidden" r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': relationships(
        relation('r1', 'worksheet', 'worksheets/sheet1.xml') +
          relation('r2', 'sharedStrings', 'sharedStrings.xml') +
          relation('r3', 'styles', 'styles.xml'),
      ),
      'xl/worksheets/sheet1.xml': `<worksheet>${sheet}</worksheet>`,
      ...more,
    },
  );
}

describe('a workbook', () => {
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$€-407]\\ #,##0.00"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="4"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>';
  const strings =
    '<sst><si><t>Paper</t></si><si><r><t>To</t></r><r><t>tal</t></r><rPh><t>no</t></rPh></si></sst>';
  const more = { 'xl/styles.xml': styles, 'xl/sharedStrings.xml': strings };

  test('is read as its number formats print it', async () => {
    const sheet =
      '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>1284.5</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" s="2"><v>45365</v></c></row><row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3" s="3"><v>1284</v></c></row></sheetData>';
    expect(await read(workbook(sheet, more))).toEqual([
      'Invoice\n\nPaper\t1,284.50\nTotal\t2024-03-14\nTRUE\t€ 1.284,00',
    ]);
  });

  test('leaves out hidden sheets, rows and columns', async () => {
    const sheet =
      '<cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1"><v>1</v></c><c r="C1"><v>2</v></c></row><row r="2" hidden="1"><c r="A2"><v>3</v></c></row></sheetData>';
    expect(await read(workbook(sheet))).toEqual(['Invoice\n\na\t2']);
  });

  test('of several tables is read table by table', async () => {
    const sheet =
      '<sheetData><row r="1"><c r="B1" t="str"><v>Vale Supplies</v></c></row><row r="3"><c r="C3" t="str"><v>a</v></c><c r="E3"><v>1</v></c></row></sheetData>';
    expect(await read(workbook(sheet))).toEqual(['Invoice\n\nVale Supplies\n\na\t1']);
  });
});

test('a presentation is read slide by slide, with its notes, without hidden slides', async () => {
  const shape = (text: string, place = ''): string =>
    `<sp><nvSpPr><nvPr>${place === '' ? '' : `<ph type="${place}"/>`}</nvPr></nvSpPr><txBody><p><r><t>${text}</t></r></p></txBody></sp>`;
  const slide = (content: string, more = ''): string =>
    `<sld${more}><cSld><spTree>${content}</spTree></cSld></sld>`;
  const table =
    '<graphicFrame><graphic><graphicData><tbl><tr><tc><txBody><p><r><t>a</t></r></p></txBody></tc><tc><txBody><p><r><t>b</t></r></p></txBody></tc></tr></tbl></graphicData></graphic></graphicFrame>';
  const bytes = makeOffice(
    { name: 'ppt/presentation.xml', contentType: SLIDES },
    {
      'ppt/presentation.xml':
        '<presentation xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sldIdLst><sldId id="256" r:id="r2"/><sldId id="257" r:id="r1"/><sldId id="258" r:id="r3"/></sldIdLst></presentation>',
      'ppt/_rels/presentation.xml.rels': relationships(
        [1, 2, 3].map((n) => relation(`r${n}`, 'slide', `slides/slide${n}.xml`)).join(''),
      ),
      'ppt/slides/slide1.xml': slide(shape('Second')),
      'ppt/slides/slide2.xml': slide(`${shape('Body')}${shape('Title', 'title')}${table}`),
      'ppt/slides/slide3.xml': slide(shape('Hidden'), ' show="0"'),
      'ppt/slides/_rels/slide1.xml.rels': relationships(
        relation('r1', 'notesSlide', '../notesSlides/notesSlide1.xml'),
      ),
      'ppt/notesSlides/notesSlide1.xml': `<notes><cSld><spTree>${shape('Say this', 'body')}</spTree></cSld></notes>`,
    },
  );
  expect(await read(bytes)).toEqual(['Title\n\nBody\n\na\tb', 'Second\n\nSay this']);
});

describe('OpenDocument', () => {
  const text = (body: string, styles = ''): Uint8Array =>
    makeOpenDocument(
      'text',
      `<office:document-content ${ODF_SPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    );

  test.each([
    [
      'headings, blanks, tabs and lines',
      '<text:h>Rent</text:h><text:p>a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d</text:p>',
      'Rent\n\na  b\tc\nd',
    ],
    [
      'tables',
      '<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>',
      'a\tb',
    ],
    [
      'notes',
      '<text:p>9.00<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>net</text:p></text:note-body></text:note></text:p>',
      '9.00[1]\n\n[1] net',
    ],
    [
      'text boxes',
      '<text:p>a<draw:frame><draw:text-box><text:p>b</text:p></draw:text-box></draw:frame></text:p>',
      'a\n\nb',
    ],
    [
      'no deleted text',
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>new</text:p>',
      'new',
    ],
    [
      'no hidden sections',
      '<text:section text:display="none"><text:p>x</text:p></text:section><text:p>y</text:p>',
      'y',
    ],
  ])('has %s', async (_what, body, expected) => {
    expect(await read(text(body))).toEqual([expected]);
  });

  test('has no hidden text', async () => {
    const styles =
      '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>';
    expect(
      await read(text('<text:p>a<text:span text:style-name="H">b</text:span></text:p>', styles)),
    ).toEqual(['a']);
  });

  test('has numbers of lists', async () => {
    const styles =
      '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="1"/></text:list-style>';
    const body =
      '<text:list text:style-name="L"><text:list-item><text:p>a</text:p></text:list-item><text:list-item><text:p>b</text:p><text:list><text:list-item><text:p>c</text:p></text:list-item></text:list></text:list-item></text:list>';
    expect(await read(text(body, styles))).toEqual(['1. a\n2. b\na) c']);
  });

  test('has sheets as they are formatted, repeated cells too', async () => {
    const bytes = makeOpenDocument(
      'spreadsheet',
      `<office:document-content ${ODF_SPACES}><office:body><office:spreadsheet><table:table table:name="May"><table:table-row><table:table-cell><text:p>Total</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"/><table:table-cell office:value="1284"><text:p>1,284.00</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16000"/></table:table-row><table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`,
    );
    expect(await read(bytes)).toEqual(['May\n\nTotal\t1,284.00']);
  });
});

describe('RTF', () => {
  const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
  test.each([
    [
      'paragraphs and lines',
      '{\\rtf1\\ansi Rent\\par EUR 9.00\\line due\\par}',
      'Rent\n\nEUR 9.00\ndue',
    ],
    ['bytes of a code page', "{\\rtf1\\ansi\\ansicpg1252 Gr\\'f6\\'dfe \\'80 5}", 'Größe € 5'],
    [
      'bytes of a font',
      "{\\rtf1{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset204 Arial;}}\\f1\\'cf\\'ee}",
      'По',
    ],
    ['Unicode with stand-ins', '{\\rtf1 \\uc1\\u8364? 5 \\u-10179?\\u-8704?}', '€ 5 😀'],
    [
      'tables',
      '{\\rtf1\\trowd\\intbl a\\cell b\\cell\\row\\trowd\\intbl c\\cell d\\cell\\row\\pard end\\par}',
      'a\tb\nc\td\n\nend',
    ],
    ['results of fields', '{\\rtf1 {\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt PO-5}}}', 'PO-5'],
    ['margins', '{\\rtf1{\\header Vale\\par}{\\footer VAT\\par}Body\\par}', 'Vale\n\nBody\n\nVAT'],
    ['notes', '{\\rtf1 9.00{\\footnote net}\\par}', '9.00\n\nnet'],
    ['dashes and quotes', '{\\rtf1 a\\endash b\\rquote s\\~c\\_d\\-e}', 'a–b’s\u00a0c-de'],
    ['no hidden or deleted text', '{\\rtf1 a{\\v hidden}{\\deleted gone}b}', 'ab'],
    ['no pictures or unknown groups', '{\\rtf1 a{\\pict 00ff}{\\*\\unknown x}b}', 'ab'],
    ['no binary data', '{\\rtf1 a{\\pict\\bin3 }}}}b}', 'ab'],
  ])('has %s', async (_what, rtf, text) => {
    expect(await read(latin1(rtf))).toEqual([text]);
  });
});

describe('separated values', () => {
  test.each([
    ['commas', 'Item,Total\nPaper,"1,284.00"\n', 'Item\tTotal\nPaper\t1,284.00'],
    ['semicolons', 'Posten;Summe\nPapier;1.284,00\n', 'Posten\tSumme\nPapier\t1.284,00'],
    ['tabs', 'Item\tTotal\nPaper\t9\n', 'Item\tTotal\nPaper\t9'],
    ['a separator that is named', 'sep=|\nItem|Total\nA, B|9\n', 'Item\tTotal\nA, B\t9'],
    ['quotes within quotes', 'a,b\n"5"" pipe",9\n', 'a\tb\n5" pipe\t9'],
    ['lines within fields', 'a,b\r\n"x\ny",9\r\n', 'a\tb\nx y\t9'],
    ['empty fields', 'a,,c\n,b,\n', 'a\t\tc\n\tb'],
  ])('with %s are rows', async (_how, csv, text) => {
    expect(await read(new TextEncoder().encode(csv), 'a.csv')).toEqual([text]);
  });
});

test.each([
  [
    '.doc',
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('WordDocument', 'utf16le')]),
    'an old Word document (.doc); save it as .docx or PDF',
  ],
  [
    '.xls',
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('Workbook', 'utf16le')]),
    'an old Excel workbook (.xls); save it as .xlsx',
  ],
  [
    '.ppt',
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.from('PowerPoint Document', 'utf16le'),
    ]),
    'an old PowerPoint presentation (.ppt); save it as .pptx or PDF',
  ],
  [
    '.xlsb',
    makeOffice({ name: 'xl/workbook.bin', contentType: 'x' }, { 'xl/workbook.bin': '' }),
    'a binary Excel workbook (.xlsb); save it as .xlsx',
  ],
  [
    '.pages',
    makeOffice({ name: 'x', contentType: 'x' }, { 'Index/Document.iwa': '' }),
    'an iWork document (.pages, .numbers, .key); save it as PDF',
  ],
  ['.gif', Buffer.from('GIF89a'), 'a GIF; save it as PNG'],
])('%s is refused by its name with what to do', async (_extension, bytes, message) => {
  const [code, text] = await read(Uint8Array.from(bytes));
  expect([code, text?.endsWith(message)]).toEqual(['unsupported-format', true]);
});

test('a workbook under the name of a document is mislabelled', async () => {
  expect((await read(workbook(''), 'a.docx'))[0]).toBe('mislabelled');
});
