import type { FoundField } from './extractive-extraction.ts';
import { findLabels } from './field-labels.ts';
import { isCompany } from './party-names.ts';

const STREET =
  /\b(?:street|st|road|rd|avenue|ave|lane|drive|blvd|boulevard|way|jalan|jln|lorong|lot|suite|floor|flr|square|parkway|plaza)\b|stra(?:ß|ss)e|str\.|weg\b|platz\b|allee\b|\b(?:calle|avenida|paseo|carrera)\b|^\W*no\W*\d/i;
const POSTCODE = /\b\d{5}(?:-\d{4})?\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/;
/** What follows an address on letterheads. */
const NOT_ADDRESS =
  /\b(?:tel(?:efon|ephone)?|phone|fax|e-?mail|web|www|gst|vat|tax|reg(?:istration)?|id|date|invoice|bill|receipt|cashier|iban|ust|nif|cif)\b|@|^\W*(?:\+?\d[\d ()-]{6,}|[-=_*]{3,})\W*$/i;
const TAIL = /[,;]?\s*\b(?:tel(?:efon|ephone)?|phone|fax|gst|e-?mail)\b.*$/i;
const HEAD = 3_000;
const MOST_LINES = 5;

/** Blocks of these belong to the other party. */
const RECIPIENT =
  /\b(?:bill(?:ed)? to|invoice to|sold to|ship to|deliver to|customer|recipient|kunde|empf[aä]nger|cliente|destinatario)\b/i;
/** `Fabrikam Ltd., 1 High Street, Leeds LS1 4AB (the "Supplier")`: the part between. */
const INLINE =
  /(?:\b[\p{L}.]{2,12}|\.),\s+(?<address>[^,()\n]{3,60}\d[^()\n]{0,80}?|\d{1,5} [^()\n]{5,100}?)(?=\s*(?:\(|,? hereinafter|,? nachfolgend|,? en adelante|,? and |,? und |,? y |\n|$))/u;

/** The first lines that look like a street, up to the postcode and the town after it. */
export function findAddress(text: string, labels: readonly string[]): FoundField | null {
  const lines = text.slice(0, HEAD).split('\n');
  for (const [at, line] of lines.entries()) {
    if (!STREET.test(line) || !/\d/.test(line) || /^\W*(?:tel|fax|phone)/i.test(line)) continue;
    if (lines.slice(Math.max(0, at - 2), at + 1).some((one) => RECIPIENT.test(one))) continue;
    const inline = INLINE.exec(line)?.groups?.['address']?.trim();
    if (inline !== undefined && STREET.test(inline) && isCompany(line)) {
      return { value: inline, confidence: 0.5, quote: inline };
    }
    const kept = [line];
    for (const next of lines.slice(at + 1, at + MOST_LINES)) {
      const whole = kept.some((one) => POSTCODE.test(one));
      if (next.trim() === '' || NOT_ADDRESS.test(next)) break;
      if (whole && !/^[\p{L}\s.,()-]{3,50}$/u.test(next.trim())) break;
      kept.push(next);
      if (whole) break;
    }
    const quote = kept.join('\n').replace(TAIL, '').trim();
    // Letterheads in capitals carry their own commas; elsewhere a line break stands for one.
    const separator = quote === quote.toUpperCase() ? ' ' : ', ';
    const joined = quote.replace(/(,?)\s*\n\s*/g, (_, comma) => (comma === '' ? separator : ', '));
    const value = withoutLabel(joined.replace(/\s+/g, ' '), labels).replace(/,\s*$/, '');
    return value.length < 8 ? null : { value, confidence: 0.5, quote };
  }
  return null;
}

function withoutLabel(value: string, labels: readonly string[]): string {
  const [label] = findLabels(value.slice(0, 30), labels);
  return label === undefined ? value : value.slice(label.end).replace(/^[\s:]+/, '');
}
