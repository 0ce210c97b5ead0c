import type { IngestionLimits } from '../../../config/schema.ts';
import type { Attachment } from '../document/parsed-source.ts';
import { type Refused, isRefused, refuse } from '../document/refusal.ts';
import { decodeBytes } from '../encoding/decode-bytes.ts';
import { htmlBlocks } from '../markup/html-text.ts';
import { type SourceBlock, textOfBlocks } from '../layout/source-blocks.ts';

export interface Message {
  readonly blocks: readonly SourceBlock[];
  readonly attachments: readonly Attachment[];
}
/** What is printed above a message, in this order, and its parts. */
export interface MessageParts {
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Attachment[];
}

/** The page is read where it says at least this share of what the plain part says. */
const MIN_PAGE_SHARE = 0.5;
const FIELDS = ['From', 'To', 'Cc', 'Date', 'Subject'] as const;

/** A message, or a page saved with its parts (RFC 5322, RFC 2045 to 2049, RFC 2557). */
export async function mailBlocks(
  bytes: Uint8Array,
  limits: IngestionLimits,
): Promise<Message | Refused> {
  const { default: PostalMime } = await import('postal-mime');
  try {
    const email = await PostalMime.parse(bytes, {
      attachmentEncoding: 'arraybuffer',
      forceRfc822Attachments: true,
      maxNestingDepth: limits.maxDepth,
    });
    const header = new Map(email.headers.map(({ key, value }) => [key, value]));
    const valueOf: Readonly<Record<(typeof FIELDS)[number], string>> = {
      From: people([email.from ?? email.sender]),
      To: people(email.to ?? []),
      Cc: people(email.cc ?? []),
      Date: header.get('date') ?? '',
      Subject: email.subject ?? '',
    };
    return messageOf(
      {
        fields: FIELDS.map((name) => [name, valueOf[name]]),
        text: repaired(email.text ?? ''),
        html: repaired(email.html ?? ''),
        attachments: email.attachments
          .filter(({ related, mimeType }) => !(related === true && mimeType.startsWith('image/')))
          .map(({ filename, mimeType, content }, at) => ({
            name: filename ?? unnamed(at, mimeType),
            mediaType: mimeType === '' ? null : mimeType,
            bytes: bytesOf(content),
          })),
      },
      limits,
    );
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return refuse('corrupt', `an e-mail must be readable, got ${found}; send the original again`);
  }
}

/** The better of its two texts, under the fields of its header; its files by name. */
export async function messageOf(
  { fields, text, html, attachments }: MessageParts,
  limits: IngestionLimits,
): Promise<Message | Refused> {
  const page = html.trim() === '' ? [] : await htmlBlocks(html, limits);
  if (isRefused(page) && text.trim() === '') return page;
  const shown = isRefused(page) ? [] : page;
  const isPageWhole = textOfBlocks(shown).length >= text.trim().length * MIN_PAGE_SHARE;
  const header = fields
    .filter(([, value]) => value.trim() !== '')
    .map(
      ([name, value], at): SourceBlock => ({
        kind: 'paragraph',
        text: `${name}: ${value.replaceAll(/\s+/g, ' ').trim()}`,
        tight: at > 0,
      }),
    );
  const plain: SourceBlock = { kind: 'paragraph', text };
  const files = attachments.map(
    ({ name }, at): SourceBlock => ({
      kind: 'annotation',
      text: `Attachment: ${name}`,
      tight: at > 0,
    }),
  );
  const body = shown.length > 0 && isPageWhole ? shown : [plain];
  return { blocks: [...header, ...body, ...files], attachments };
}

type Person = {
  readonly name: string;
  readonly address?: string | undefined;
  readonly group?: unknown;
};

function people(list: readonly (Person | undefined)[]): string {
  return list
    .flatMap((person) => {
      if (person === undefined) return [];
      const { name, address = '' } = person;
      return [name === '' || name === address ? address : `${name} <${address}>`];
    })
    .join(', ');
}

/** Where Node's decoder took Windows-1252 for ISO-8859-1, controls stand for its signs. */
function repaired(text: string): string {
  return text.replaceAll(
    /[\u0080-\u009f]/g,
    (sign) => decodeBytes(Uint8Array.of(sign.charCodeAt(0)), 'windows-1252') ?? sign,
  );
}

function unnamed(at: number, mimeType: string): string {
  const extensions: Readonly<Record<string, string>> = {
    'message/rfc822': 'eml',
    'application/pdf': 'pdf',
    'text/html': 'html',
    'text/plain': 'txt',
    'text/csv': 'csv',
    'application/xml': 'xml',
    'text/xml': 'xml',
    'image/png': 'png',
    'image/jpeg': 'jpg',
  };
  return `attachment-${at + 1}.${extensions[mimeType] ?? 'bin'}`;
}

function bytesOf(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
}
