import { statSync } from 'node:fs';
import { InvalidInputError } from '../lambda/errors.ts';

/**
 * All mistakes at once, before an engine starts.
 * @throws InvalidInputError naming each that is no file
 */
export function requireFiles(command: string, files: readonly string[]): void {
  const wrong = files.filter(
    (file) => statSync(file, { throwIfNoEntry: false })?.isFile() !== true,
  );
  if (wrong.length === 0) return;
  throw new InvalidInputError(
    `${command} needs files that exist, got ${wrong.join(', ')}; ` +
      'a folder is a corpus: strata run --corpus DIR',
  );
}
