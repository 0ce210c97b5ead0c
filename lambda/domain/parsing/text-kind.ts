import type { MediaType } from '../document/media-type.ts';

/** Tags by which a page without a document type is known (WHATWG MIME Sniffing, 7.1). */
const PAGE_TAGS =
  /^<(?:html|head|body|script|iframe|h[1-6]|div|font|table|a|style|title|b|br|p|meta|link|ul|ol|form|center|span|section|main)(?=[\s>/])/i;
const DOCUMENT_TYPE = /^<!doctype\s+html\b/i;
/** Roots of e-invoices: UBL 2, UN/CEFACT's Cross Industry Invoice and its forerunner of ZUGFeRD 1. */
const INVOICE_ROOT =
  /^<(?:[\w.-]+:)?(?:Invoice|CreditNote|CrossIndustryInvoice|CrossIndustryDocument)(?=[\s>])[^>]*(?:urn:oasis:names:specification:ubl:schema:xsd:|urn:un:unece:uncefact:data:standard:CrossIndustryInvoice|urn:ferd:CrossIndustryDocument)/;
/** Fields that only mail has, and those that a memo has too (RFC 5322, 3.6; RFC 2045, 4). */
const MAIL_FIELD =
  /^(?:received|return-path|message-id|mime-version|delivered-to|dkim-signature):/im;
const MEMO_FIELD = /^(?:from|to|cc|date|subject|sender|reply-to|content-type|x-[\w-]+):/i;
/** Comments before a page may be long; nothing else is looked at so far in. */
const SNIFFED_BYTES = 1_000_000;
const MAX_HEADER_CHARACTERS = 64_000;

/** Which kind of text: by its first sign that is neither blank nor comment, else as claimed. */
export function textKind(bytes: Uint8Array, claimed: MediaType | null): MediaType {
  if (claimed === 'text/csv') return claimed;
  const text = sniffedText(bytes);
  if (isMail(text, claimed)) return 'message/rfc822';
  const { markup, hasType } = afterProlog(text);
  if (INVOICE_ROOT.test(markup)) return 'application/xml';
  const isPage =
    hasType || PAGE_TAGS.test(markup) || /^[^<]{1,64}<(?:!doctype\s+)?html\b/i.test(text);
  return isPage || claimed === 'text/html' ? 'text/html' : 'text/plain';
}

function sniffedText(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SNIFFED_BYTES);
  const wide = sample.subarray(0, 1_024).includes(0);
  const bigEndian = sample[0] === 0xfe || (sample[0] === 0 && sample[1] !== 0);
  const label = wide ? (bigEndian ? 'utf-16be' : 'utf-16le') : 'latin1';
  return new TextDecoder(label).decode(sample).replace(/^(?:\ufeff|\u00ef\u00bb\u00bf)/, '');
}

/** What comes after blanks, comments, instructions and the document type. */
function afterProlog(text: string): { readonly markup: string; readonly hasType: boolean } {
  let at = 0;
  let hasType = false;
  const skip = (end: string, from: number): number => {
    const found = text.indexOf(end, from);
    return found < 0 ? text.length : found + end.length;
  };
  for (;;) {
    while (at < text.length && /\s/.test(text[at] ?? '')) at += 1;
    if (text.startsWith('<!--', at)) at = skip('-->', at + 4);
    else if (text.startsWith('<?', at)) at = skip('?>', at);
    else if (/^<!doctype/i.test(text.slice(at, at + 9))) {
      hasType ||= DOCUMENT_TYPE.test(text.slice(at, at + 64));
      at = skip('>', at);
    } else return { markup: text.slice(at, at + 4_000), hasType };
  }
}

/** Lines of fields, then a blank one; a memo is no mail unless its name says so. */
function isMail(text: string, claimed: MediaType | null): boolean {
  const start = text.replace(/^From .*\r?\n/, '').slice(0, MAX_HEADER_CHARACTERS);
  const header = start.split(/\r?\n\r?\n|\r\r/, 1)[0] ?? '';
  const first = header.split(/[\r\n]/, 1)[0] ?? '';
  if (!/^[\w-]+:/.test(first)) return false;
  const fields = header.split(/[\r\n]+/).filter((line) => !/^[ \t]/.test(line) && line !== '');
  if (!fields.every((line) => /^[!-9;-~]+:/.test(line))) return false;
  if (claimed === 'message/rfc822') return MAIL_FIELD.test(header) || MEMO_FIELD.test(first);
  return MAIL_FIELD.test(header) && fields.some((line) => MEMO_FIELD.test(line));
}
