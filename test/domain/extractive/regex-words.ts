/** Variants that a pattern may match, as words apart by blanks; at most so many a pattern. */
const MOST_VARIANTS = 400;

/**
 * What a regular expression says in words: one text for each way through its alternatives and
 * optional parts, with anything that is no letter or digit as a blank.
 */
export function textsOfPattern(pattern: string): readonly string[] {
  const [texts] = alternatives(pattern, 0);
  return texts;
}

/** Reads up to a closing bracket or the end; returns the texts and where it stopped. */
function alternatives(pattern: string, from: number): [string[], number] {
  const done: string[] = [];
  let open = [''];
  let at = from;
  while (at < pattern.length && pattern[at] !== ')') {
    if (pattern[at] === '|') {
      done.push(...open);
      open = [''];
      at += 1;
      continue;
    }
    const [parts, next] = atom(pattern, at);
    const [optional, end] = quantifier(pattern, next);
    const choices = optional ? [...parts, ''] : parts;
    open = open.flatMap((text) => choices.map((part) => text + part)).slice(0, MOST_VARIANTS);
    at = end;
  }
  return [[...done, ...open].slice(0, MOST_VARIANTS), at];
}

function atom(pattern: string, at: number): [string[], number] {
  const rest = pattern.slice(at);
  if (rest.startsWith('(')) {
    const mark = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/.exec(rest)?.[0] ?? '(';
    const [texts, end] = alternatives(pattern, at + mark.length);
    return [texts, end + 1];
  }
  const escape = /^\\(?:p\{[^}]*\}|u\{[^}]*\}|u[\dA-F]{4}|P\{[^}]*\}|k<\w+>|.)/iu.exec(rest)?.[0];
  if (escape !== undefined) return [[' '], at + escape.length];
  const set = /^\[(?:\\.|[^\]])*\]/u.exec(rest)?.[0];
  // `[Ss]tate` is a word; any other set stands for a blank.
  if (set !== undefined)
    return [[/^\[\p{L}+\]$/u.test(set) ? set.charAt(1) : ' '], at + set.length];
  const character = rest.charAt(0);
  return [[/[\p{L}\p{N}]/u.test(character) ? character : ' '], at + 1];
}

function quantifier(pattern: string, at: number): [boolean, number] {
  const mark = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(pattern.slice(at))?.[0] ?? '';
  return [/^(?:[*?]|\{0)/.test(mark), at + mark.length];
}
