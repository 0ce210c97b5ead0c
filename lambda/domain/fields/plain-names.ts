import type { FieldValue } from '../document/document.ts';
import { LEGAL_FORM } from '../text/legal-forms.ts';
import type { LabelledText } from './learn-fields.ts';

const FINAL_FORM = new RegExp(String.raw`(?:[ ,]+(?:${LEGAL_FORM})(?![\p{L}\d])\.?)+$`, 'u');

/**
 * The documents, and each once more with names that bear no legal form: authorities, societies and
 * people have none, so that a ranker must not learn a party by it alone. In turn all of a document's
 * names lose theirs, or one.
 */
export function withPlainNames(
  documents: readonly LabelledText[],
  names: readonly string[],
): LabelledText[] {
  const plain = documents.flatMap((document, index) => {
    const turn = index % (names.length + 1);
    const changed = names.filter((_, at) => turn === names.length || turn === at);
    const made = changed.reduce((next, name) => withoutForm(next, name), document);
    return made === document ? [] : [made];
  });
  return [...documents, ...plain];
}

function withoutForm(document: LabelledText, name: string): LabelledText {
  const value: FieldValue | undefined = document.fields[name];
  if (typeof value !== 'string' || !document.text.includes(value)) return document;
  const bare = value.replace(FINAL_FORM, '');
  if (bare === value || bare.length < 3) return document;
  const text = document.text.replaceAll(value, bare);
  return { ...document, text, fields: { ...document.fields, [name]: bare } };
}
