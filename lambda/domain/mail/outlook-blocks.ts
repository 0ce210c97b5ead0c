import type MsgReader from '@kenjiuno/msgreader';
import type { FieldsData } from '@kenjiuno/msgreader';
import type { IngestionLimits } from '../../../config/schema.ts';
import type { Attachment } from '../document/parsed-source.ts';
import { type Refused, refuse } from '../document/refusal.ts';
import { decodeBytes } from '../encoding/decode-bytes.ts';
import { rtfBlocks } from '../rtf/rtf-blocks.ts';
import { textOfBlocks } from '../layout/source-blocks.ts';
import { type Message, messageOf } from './mail-blocks.ts';

/** Code pages of Windows that Outlook names by number → label. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  20_866: 'koi8-r',
  28_591: 'windows-1252',
  28_592: 'iso-8859-2',
  28_605: 'iso-8859-15',
  65_001: 'utf-8',
};

/** A message as Outlook saves it (MS-OXMSG). */
export async function outlookBlocks(
  bytes: Uint8Array,
  limits: IngestionLimits,
): Promise<Message | Refused> {
  const { default: found } = await import('@kenjiuno/msgreader');
  const Reader = [found, ...Object.values(found)].find(isReader);
  if (Reader === undefined) throw new Error('@kenjiuno/msgreader must export its reader');
  try {
    const reader = new Reader(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const fields = reader.getFileData();
    if (fields.dataType !== 'msg') return corrupt('no message');
    const attachments = (fields.attachments ?? [])
      .filter(({ attachmentHidden }) => attachmentHidden !== true)
      .map((attachment, at): Attachment => {
        const { fileName, content } = reader.getAttachment(attachment);
        const name = attachment.fileName ?? (fileName || `attachment-${at + 1}.bin`);
        return { name, mediaType: attachment.attachMimeTag ?? null, bytes: content };
      });
    const sender = fields.senderSmtpAddress ?? fields.senderEmail ?? '';
    return await messageOf(
      {
        fields: [
          ['From', person(fields.senderName, sender)],
          ['To', recipients(fields, 'to')],
          ['Cc', recipients(fields, 'cc')],
          ['Date', fields.messageDeliveryTime ?? fields.clientSubmitTime ?? ''],
          ['Subject', fields.subject ?? ''],
        ],
        text: fields.body ?? (await richText(fields)),
        html: fields.bodyHtml ?? pageOf(fields),
        attachments,
      },
      limits,
    );
  } catch (error) {
    return corrupt(error instanceof Error ? error.message : String(error));
  }
}

/** The default export of a CommonJS module is its exports here, and the class there. */
function isReader(value: unknown): value is typeof MsgReader {
  return typeof value === 'function' && value.name === 'MsgReader';
}

function pageOf({ html, internetCodepage }: FieldsData): string {
  if (html === undefined) return '';
  const label = CODE_PAGES[internetCodepage ?? 65_001] ?? `windows-${internetCodepage}`;
  return decodeBytes(html, label) ?? new TextDecoder().decode(html);
}

async function richText({ compressedRtf }: FieldsData): Promise<string> {
  if (compressedRtf === undefined) return '';
  const { decompressed } = await import('./compressed-rtf.ts');
  return textOfBlocks(rtfBlocks(decompressed(Uint8Array.from(compressedRtf))));
}

function recipients({ recipients: all = [] }: FieldsData, type: 'to' | 'cc'): string {
  return all
    .filter(({ recipType = 'to' }) => recipType === type)
    .map(({ name, smtpAddress, email }) => person(name, smtpAddress ?? email ?? ''))
    .join(', ');
}

function person(name: string | undefined, address: string): string {
  if (name === undefined || name === '' || name === address) return address;
  return address === '' ? name : `${name} <${address}>`;
}

function corrupt(found: string): Refused {
  return refuse(
    'corrupt',
    `an Outlook message must be readable, got ${found}; save it again as .msg or .eml`,
  );
}
