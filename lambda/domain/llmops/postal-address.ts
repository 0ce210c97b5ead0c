import type { FoundField } from './extractive-extraction.ts';
import { findLabels } from './field-labels.ts';

const STREET =
  /\b(?:street|st|road|rd|avenue|ave|lane|drive|blvd|boulevard|way|jalan|jln|lorong|lot|suite|floor|flr|square|parkway|plaza)\b|stra(?:ß|ss)e|str\.|weg\b|platz\b|allee\b|\b(?:calle|avenida|paseo|carrera)\b|^\W*no\W*\d/i;
const POSTCODE = /\b\d{5}(?:-\d{4})?\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/;
/** What follows an address on letterheads. */
const NOT_ADDRESS =
  /\b(?:tel(?:efon|ephone)?|phone|fax|e-?mail|web|www|gst|vat|tax|reg(?:istration)?|id|date|invoice|bill|receipt|cashier|iban|ust|nif|cif)\b|@|^\W*(?:\+?\d[\d ()-]{6,}|[-=_*]{3,})\W*$/i;
const TAIL = /[,;]?\s*\b(?:tel(?:efon|ephone)?|phone|fax|gst|e-?mail)\b.*$/i;
const HEAD = 3_000;
const MOST_LINES = 5;

/** The first lines that look like a street, up to the postcode and the town after it. */
export function findAddress(text: string, labels: readonly string[]): FoundField | null {
  const lines = text.slice(0, HEAD).split('\n');
  for (const [at, line] of lines.entries()) {
    if (!STREET.test(line) || !/\d/.test(line) || /^\W*(?:tel|fax|phone)/i.test(line)) continue;
    const kept = [line];
    for (const next of lines.slice(at + 1, at + MOST_LINES)) {
      const whole = kept.some((one) => POSTCODE.test(one));
      if (next.trim() === '' || NOT_ADDRESS.test(next)) break;
      if (whole && !/^[\p{L}\s.,()-]{3,50}$/u.test(next.trim())) break;
      kept.push(next);
      if (whole) break;
    }
    const quote = kept.join('\n').replace(TAIL, '').trim();
    const value = withoutLabel(quote.replace(/\s+/g, ' '), labels);
    return value.length < 8 ? null : { value, confidence: 0.5, quote };
  }
  return null;
}

function withoutLabel(value: string, labels: readonly string[]): string {
  const [label] = findLabels(value.slice(0, 30), labels);
  return label === undefined ? value : value.slice(label.end).replace(/^[\s:]+/, '');
}
