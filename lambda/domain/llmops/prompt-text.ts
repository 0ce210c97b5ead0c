import { withoutFalseMarks } from '../gateway/answer-text.ts';

/**
 * The tags that the templates use; a value must not close one and speak as the prompt. Models read a
 * full-width bracket, and blanks or invisible characters within a tag, as the tag.
 */
const TAGS =
  /[<\uff1c\ufe64](?=[\s\u200b-\u200f\u2060\ufeff\u00ad/]{0,20}(?:passages?|document|question|examples?|categories|fields)\b)/gi;
/**
 * Puts values in place of `{{name}}`. Values are data: a tag of the templates inside a value loses
 * its bracket (`‹`), and `{{…}}` inside a value stays text.
 */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : asData(value);
  });
}

/** A text that comes from a document, a person or a model, as a prompt may show it. */
export function asData(value: string): string {
  return value.replace(TAGS, '‹');
}

/** Passages under the numbers that an answer cites them by, from 1; none may look like a citation. */
export function numberedPassages(passages: readonly { readonly shown: string }[]): string {
  return passages.map(({ shown }, at) => `[${at + 1}]\n${withoutFalseMarks(shown)}`).join('\n\n');
}
