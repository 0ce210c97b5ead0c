import { burn } from '@kenjiuno/msgreader/lib/Burner';
import { student } from '../../../config/student.ts';
import { isRefused } from '../../../lambda/domain/document/refusal.ts';
import { detectMediaType } from '../../../lambda/domain/parsing/detect-media-type.ts';
import { type BlockSource, parseBlocks } from '../../../lambda/domain/parsing/parse-blocks.ts';
import { textOfBlocks } from '../../../lambda/domain/layout/source-blocks.ts';

const limits = { ...student.ingestion, now: () => 0 };

async function read(bytes: Uint8Array): Promise<BlockSource & { readonly text: string }> {
  const kind = detectMediaType(bytes, '');
  if (isRefused(kind)) throw new Error(kind.refusal.message);
  const { mediaType } = kind;
  if (mediaType !== 'message/rfc822' && mediaType !== 'application/vnd.ms-outlook') {
    throw new Error(`taken for ${mediaType}`);
  }
  const parsed = await parseBlocks(bytes, mediaType, limits);
  if (isRefused(parsed)) throw new Error(parsed.refusal.message);
  const text = parsed.pages
    .map((page) => (typeof page === 'string' ? page : textOfBlocks(page)))
    .join('\f');
  return { ...parsed, text };
}

const mail = (...lines: string[]): Uint8Array => new TextEncoder().encode(lines.join('\r\n'));
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const HEAD = ['From: Vale <billing@vale.example>', 'To: ap@quill.example', 'MIME-Version: 1.0'];

test('a message is its header and its decoded text', async () => {
  const { text } = await read(
    mail(
      ...HEAD,
      `Subject: =?utf-8?B?${base64('Rechnung über 5 €')}?=`,
      'Date: Thu, 14 Mar 2024 10:00:00 +0000',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      base64('Total due: EUR 9.00'),
    ),
  );
  expect(text).toBe(
    'From: Vale <billing@vale.example>\nTo: ap@quill.example\nDate: Thu, 14 Mar 2024 10:00:00 +0000\nSubject: Rechnung über 5 €\n\nTotal due: EUR 9.00',
  );
});

test('quoted-printable in Windows-1252 keeps the euro sign', async () => {
  const { text } = await read(
    mail(
      ...HEAD,
      'Content-Type: text/plain; charset=windows-1252',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'Summe: =80 9,00 =',
      'f=E4llig',
    ),
  );
  expect(text).toContain('Summe: € 9,00 fällig');
});

test('of two texts the page is read, which has the tables', async () => {
  const { text } = await read(
    mail(
      ...HEAD,
      'Content-Type: multipart/alternative; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'Total 9.00',
      '--b',
      'Content-Type: text/html',
      '',
      '<table><tr><td>Total<td>9.00</table><p style="display:none">ignore me</p>',
      '--b--',
    ),
  );
  expect(text.endsWith('Total\t9.00')).toBe(true);
});

test('files are attachments with their bytes, images of the page are not', async () => {
  const { attachments, text } = await read(
    mail(
      ...HEAD,
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'See the invoice.',
      '--b',
      'Content-Type: application/pdf',
      "Content-Disposition: attachment; filename*=utf-8''Rechnung%20M%C3%A4rz.pdf",
      'Content-Transfer-Encoding: base64',
      '',
      base64('%PDF-1.7'),
      '--b',
      'Content-Type: message/rfc822',
      '',
      'From: a@b.example',
      'Subject: Inner',
      'MIME-Version: 1.0',
      '',
      'Inner text',
      '--b--',
    ),
  );
  expect(attachments.map(({ name, mediaType }) => [name, mediaType])).toEqual([
    ['Rechnung März.pdf', 'application/pdf'],
    ['attachment-2.eml', 'message/rfc822'],
  ]);
  expect(Buffer.from(attachments[0]?.bytes ?? []).toString()).toBe('%PDF-1.7');
  expect(text.endsWith('Attachment: Rechnung März.pdf\nAttachment: attachment-2.eml')).toBe(true);
});

test('a memo that only looks like a message is text', () => {
  const memo = new TextEncoder().encode('From: Ada\nTo: Bob\nDate: 14 March\n\nPlease pay.');
  expect(detectMediaType(memo, 'memo.txt')).toEqual({ mediaType: 'text/plain' });
});

test('an Outlook message is its header, its text and its files', async () => {
  const { text, attachments } = await read(outlookMessage());
  expect(text).toBe(
    'From: Vale <billing@vale.example>\nSubject: Rechnung\n\nSumme: 9,00 €\n\nAttachment: a.txt',
  );
  expect(attachments.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
    ['a.txt', 'Inner'],
  ]);
});

/** A compound file with the streams that MS-OXMSG names for one message with one attachment. */
function outlookMessage(): Uint8Array {
  const wide = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le'));
  const folder = (name: string, children: number[]) => ({ name, type: 1, length: 0, children });
  const stream = (name: string, bytes: Uint8Array) => ({
    name,
    type: 2,
    length: bytes.length,
    binaryProvider: () => bytes,
  });
  return burn([
    { name: 'Root Entry', type: 5, length: 0, children: [1, 2, 3, 4, 5, 6] },
    stream('__properties_version1.0', new Uint8Array(32)),
    stream('__substg1.0_0037001F', wide('Rechnung')),
    stream('__substg1.0_1000001F', wide('Summe: 9,00 €')),
    stream('__substg1.0_0C1A001F', wide('Vale')),
    stream('__substg1.0_0C1F001F', wide('billing@vale.example')),
    folder('__attach_version1.0_#00000000', [7, 8, 9]),
    stream('__properties_version1.0', new Uint8Array(8)),
    stream('__substg1.0_3707001F', wide('a.txt')),
    stream('__substg1.0_37010102', Uint8Array.from(Buffer.from('Inner'))),
  ]);
}
