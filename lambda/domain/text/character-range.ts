/** Half-open range of UTF-16 code units `[start, end)` into a text. */
export type CharacterRange = readonly [start: number, end: number];
