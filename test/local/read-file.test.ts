import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileReader } from '../../local/read-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'strata-read-'));
const reader = fileReader({ root: process.cwd() });
afterAll(() => reader.close());
function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

test('a page of markup comes with its tables', async () => {
  const html =
    '<p>Please pay the amount below within thirty days of this letter.</p>' +
    '<table><tr><th>Item</th><th>Price</th></tr><tr><td>Paper</td><td>12.50</td></tr></table>';
  expect(await reader.read(file('letter.html', html))).toMatchObject({
    status: 'read',
    mediaType: 'text/html',
    language: 'en',
    pages: [
      {
        number: 1,
        source: 'markup',
        tables: [
          [
            ['Item', 'Price'],
            ['Paper', '12.50'],
          ],
        ],
      },
    ],
  });
});

test('a file that is refused says why', async () => {
  expect(await reader.read(file('broken.pdf', '%PDF-1.7 and no more'))).toMatchObject({
    status: 'refused',
    refusal: { code: 'corrupt' },
  });
});
