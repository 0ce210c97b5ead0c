/** The tags that the templates use; a value must not close one and speak as the prompt. */
const TAGS = /<(?=\/?(?:passages?|document|question|examples?|categories|fields)\b)/gi;

/**
 * Puts values in place of `{{name}}`. Values are data: a tag of the templates inside a value loses
 * its bracket (`‹`), and `{{…}}` inside a value stays text.
 */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : value.replace(TAGS, '‹');
  });
}

/** Passages with their ids, as templates show them. */
export function passageText(passages: readonly { readonly id: string; readonly text: string }[]) {
  return passages.map(({ id, text }) => `[${id}]\n${text}`).join('\n\n');
}
