import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { InvalidInputError } from '../../lambda/errors.ts';

/**
 * Makes the folders that a run writes to, before it starts to work for minutes.
 * @throws InvalidInputError where one cannot be written
 */
export async function openFolders(request: {
  readonly stateDirectory: string;
  readonly outDirectory: string;
}): Promise<void> {
  for (const [what, directory] of [
    ['what is kept between runs', request.stateDirectory],
    ['the report (--out)', request.outDirectory],
  ]) {
    if (directory === undefined) continue;
    try {
      await mkdir(directory, { recursive: true });
      await access(directory, constants.W_OK);
    } catch (cause) {
      const reason = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
      throw new InvalidInputError(
        `the folder of ${what} must be writable, got ${directory}${reason}; name another or free it`,
        { cause },
      );
    }
  }
}
