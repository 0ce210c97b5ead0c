import { student } from '../../../config/student.ts';
import { htmlText } from '../../../lambda/domain/parsing/html-text.ts';

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
