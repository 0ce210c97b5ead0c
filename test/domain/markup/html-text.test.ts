import { student } from '../../../config/student.ts';
import { htmlText } from '../../../lambda/domain/markup/html-text.ts';

const textOf = async (html: string) => htmlText(html, student.ingestion);

test('cells of a row stand on one line, a tab apart, whatever blanks the page has', async () => {
  const html = '<table><tr>\n <td> <p>Rent</p> </td>\n <td>1,200.00 </td></tr></table>';
  expect(await textOf(html)).toEqual({ text: 'Rent\t1,200.00' });
});

test.each([
  ['blank paragraphs', '<p>'.repeat(100_000)],
  ['blanks between elements', '<b> </b>'.repeat(60_000)],
  ['empty cells', `<table>${'<td>'.repeat(60_000)}`],
  ['scripts that nothing closes', '<script>'.repeat(40_000)],
  ['comments that nothing closes', '<!--'.repeat(60_000)],
  ['one endless tag', `<${'a'.repeat(300_000)}`],
  ['siblings', `<div>${'<br>'.repeat(200_000)}`],
])('a page of %s takes no longer than one of text', async (_kind, page) => {
  const started = performance.now();
  await textOf(`${page}end`);
  // Before, the time grew with the square of the blanks: minutes for these.
  expect(performance.now() - started).toBeLessThan(10_000);
});

async function shown(html: string): Promise<string> {
  const read = await textOf(html);
  return 'text' in read ? read.text : read.refusal.code;
}

describe('what a browser does not show is left out', () => {
  test.each([
    ['display: none', '<p style="display:none">x</p>'],
    ['the attribute hidden', '<p hidden>x</p>'],
    ['visibility: hidden', '<p style="visibility:hidden">x</p>'],
    ['nothing opaque', '<p style="opacity: 0">x</p>'],
    ['a font of size zero', '<p style="font-size:0px">x</p>'],
    ['a place off the screen', '<p style="position:absolute;left:-9999px">x</p>'],
    ['an indent off the screen', '<p style="text-indent:-999em">x</p>'],
    ['clipping', '<p style="position:absolute;clip:rect(0,0,0,0)">x</p>'],
    ['a box of one pixel', '<p style="width:1px;height:1px;overflow:hidden">x</p>'],
    ['white on white', '<p style="color:#fff">x</p>'],
    ['a class', '<style>.x { color: red; display: none }</style><p class="a x">x</p>'],
    ['an id', '<style>#x{visibility:hidden}</style><p id="x">x</p>'],
    [
      'a place within another',
      '<style>div > .x, nav{display:none}</style><div><p class="x">x</p></div>',
    ],
    ['a rule for screens', '<style>@media screen{p.x{display:none}}</style><p class="x">x</p>'],
    [
      'an important rule',
      '<style>.x{display:none!important}</style><p class="x" style="display:block">x</p>',
    ],
    ['a closed dialog', '<dialog>x</dialog>'],
    ['a template', '<template><p>x</p></template>'],
    ['noscript', '<noscript>x</noscript>'],
    ['a script', '<script>x()</script>'],
    ['a comment', '<!-- <p>x</p> -->'],
    ['the title', '<head><title>x</title></head>'],
    ['a hidden input', '<input type="hidden" value="x">'],
    ['an option that nobody chose', '<select><option hidden>y<option>x<option selected>z</select>'],
  ])('by %s', async (_how, markup) => {
    expect(await shown(`<p>Seen</p>${markup}`)).not.toContain('x');
  });
});

describe('what a browser shows is read', () => {
  test.each([
    ['aria-hidden', '<p aria-hidden="true">x</p>'],
    [
      'visible within hidden',
      '<p style="visibility:hidden"><b style="visibility:visible">x</b></p>',
    ],
    ['hidden in print only', '<style>@media print{p{display:none}}</style><p>x</p>'],
    [
      'hidden on telephones only',
      '<style>@media (max-width:600px){p{display:none}}</style><p>x</p>',
    ],
    [
      'white on a dark row',
      '<table bgcolor="#000000"><tr><td style="color:#ffffff">x</td></tr></table>',
    ],
    [
      'a rule that another one overrules',
      '<style>.x{display:none}p.x{display:block}</style><p class="x">x</p>',
    ],
    ['a state of the pointer', '<style>p:hover{display:none}</style><p>x</p>'],
    ['details', '<details><summary>More</summary>x</details>'],
    ['text of a drawing', '<svg><title>no</title><text>x</text></svg>'],
    ['the text of an image', '<img src="a.png" alt="x">'],
    ['a value that was typed', '<input value="x">'],
    ['a text area', '<textarea>x</textarea>'],
    ['what was chosen', '<select><option>EUR<option selected>x</select>'],
    ['what a closed list shows', '<select><option>x<option>USD</select>'],
  ])('%s', async (_what, markup) => {
    expect(await shown(markup)).toContain('x');
  });
});

describe('numbers of lists', () => {
  test.each([
    ['count', '<ol><li>a<li>b</ol>', '1. a\n2. b'],
    ['go on from a value', '<ol><li>a<li value="7">b<li>c</ol>', '1. a\n7. b\n8. c'],
    ['start where the list says', '<ol start="3"><li>a<li>b</ol>', '3. a\n4. b'],
    ['count down', '<ol reversed><li>a<li>b<li>c</ol>', '3. a\n2. b\n1. c'],
    [
      'are letters or Roman',
      '<ol type="a"><li>a</ol><ol type="I"><li>b<li>c</ol>',
      'a. a\n\nI. b\nII. c',
    ],
    [
      'follow a style sheet',
      '<style>ol{list-style-type:lower-roman}</style><ol><li>a<li>b</ol>',
      'i. a\nii. b',
    ],
    ['are left out where a style says so', '<ol style="list-style:none"><li>a</ol>', 'a'],
    ['nest', '<ol><li>a<ol type="a"><li>b</ol><li>c</ol>', '1. a\n\na. b\n\n2. c'],
    ['stand before the first paragraph', '<ol><li><p>a</p><p>b</p></ol>', '1. a\n\nb'],
    ['are not those of bullets', '<ul><li>a<li>b</ul>', 'a\nb'],
  ])('%s', async (_fact, html, text) => {
    expect(await shown(html)).toBe(text);
  });
});

test.each([
  [
    'pre keeps its lines and blanks',
    '<pre>Item      Amount\nToner     820.00</pre>',
    'Item      Amount\nToner     820.00',
  ],
  ['a style keeps lines', '<p style="white-space: pre-line">a\n b</p>', 'a\nb'],
  ['br breaks a line', '<p>a<br>b <br> c</p>', 'a\nb\nc'],
  [
    'entities are their characters',
    '<p>Smith &amp; Sons &euro;&nbsp;5 &#8211; &#x2014;</p>',
    'Smith & Sons €\u00a05 – —',
  ],
  ['blanks within a line are one', '<p>a \n  b<b> c</b> d</p>', 'a b c d'],
  ['a raised figure stands apart from a number', '<p>EUR 12.00<sup>1</sup></p>', 'EUR 12.00 1'],
  [
    'feet of tables come last',
    '<table><tfoot><tr><td>Sum<td>2</tfoot><tr><td>a<td>1</table>',
    'a\t1\nSum\t2',
  ],
  [
    'cells that span keep the columns',
    '<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td colspan=2>d<td>e</table>',
    'a\tb\n\tc\nd\t\te',
  ],
  [
    'a table within a table is read row by row',
    '<table><tr><td>Head<td><table><tr><td>a<td>b<tr><td>c<td>d</table></table>',
    'Head\n\na\tb\nc\td',
  ],
  ['a table of one column is lines', '<table><tr><td>a<tr><td>b</table>', 'a\n\nb'],
  [
    'boxes in a row are a row',
    '<div style="display:flex"><div>Total</div><div>9.00</div></div>',
    'Total\t9.00',
  ],
  [
    'boxes as tables are tables',
    '<div style="display:table"><div style="display:table-row"><div style="display:table-cell">a</div><div style="display:table-cell">b</div></div></div>',
    'a\tb',
  ],
  ['blocks stand on lines of their own', '<div>a<div>b</div>c</div>', 'a\nb\nc'],
  [
    'a caption stands before its table',
    '<table><caption>Prices</caption><tr><td>a<td>1</table>',
    'Prices\n\na\t1',
  ],
])('%s', async (_fact, html, text) => {
  expect(await shown(html)).toBe(text);
});

test('elements that no tag closes do not overflow the stack', async () => {
  expect(await shown('<li><td>'.repeat(100_000))).toBe('nested-too-deeply');
});
