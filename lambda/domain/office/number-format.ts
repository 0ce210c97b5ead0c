// Apart from its one user: a bundler gives a CommonJS package that is imported when it is needed as its
// default alone.
import { format, getFormatFromId } from 'numfmt';

/** A value as the pattern prints it (ECMA-376 part 1, 18.8.31). */
export function printed(pattern: string, value: number | string): string {
  return format(pattern, value);
}

/** The pattern that every reader knows by this number; null for another. */
export function patternOf(id: number): string | null {
  return getFormatFromId(id);
}
