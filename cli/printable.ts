/** Control characters but tab and line feed, and marks that change the direction of writing. */
const COMMANDS = /[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Text of a document or a model as a terminal may print it: an escape sequence could clear the
 * screen, change its title or pass words off as the program's own.
 */
export function printable(text: string): string {
  return text.replace(COMMANDS, '\ufffd');
}
