import type { Ports } from '../../ports.ts';
import type { DocumentReference, ExtractedField, Extraction } from '../document/document.ts';
import { loadDocumentText } from '../document/load-document-text.ts';
import { supportsValue } from './field-support.ts';

/**
 * Keeps the fields whose value stands in the document at its spans (dates, amounts and currencies in
 * whatever form the document writes them) and lists the others in `unsupported`: a value that a
 * model made up does not go on.
 */
export function verifyFields(ports: Pick<Ports, 'documents' | 'taxonomy' | 'now'>) {
  return async (input: DocumentReference & { readonly extraction: Extraction }) => {
    const started = ports.now();
    const { text } = await loadDocumentText(ports)(input);
    const fields: Record<string, ExtractedField> = {};
    const unsupported: string[] = [];
    for (const [name, field] of Object.entries(input.extraction.fields)) {
      const type = ports.taxonomy.fields.find((one) => one.name === name)?.type ?? 'text';
      const quotes = field.spans.map(([start, end]) => text.slice(start, end));
      if (supportsValue({ value: field.value, quotes, type })) fields[name] = field;
      else unsupported.push(name);
    }
    const extraction: Extraction = { ...input.extraction, fields };
    return { extraction, unsupported, durationMs: ports.now() - started };
  };
}
