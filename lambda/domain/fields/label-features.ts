import type { FoundTerm } from '../text/terms/label-classes.ts';
import { findTerms, termTokens } from '../text/terms/label-classes.ts';
import type { Candidate } from './field-candidates.ts';

interface Line {
  readonly start: number;
  readonly text: string;
  /** Classes of the labels in it. */
  readonly kinds: readonly string[];
}

/** Lines above and below in which a label may head a block of lines. */
const REACH = 5;
/** Characters of a line that are read: a label stands near its value. */
const CONTEXT = 120;

/**
 * What the labels around each candidate mean, whatever their language: the nearest on its line, those
 * above (a head of a block or a column) and below, by the terms of `text/terms/label-terms.ts`.
 */
export function labelFeatures(text: string, candidates: readonly Candidate[]): string[][] {
  const lines = linesOf(text);
  return candidates.map(({ range, form }) => {
    const at = lineAt(lines, range[0]);
    const before = text.slice(Math.max(lines[at]?.start ?? 0, range[0] - CONTEXT), range[0]);
    const tokens = termTokens(before);
    const nearest = lastOf(findTerms(tokens));
    const names = [`near=${nearest?.kind}`, `near,form=${nearest?.kind} ${form}`];
    if (nearest !== undefined) {
      names.push(`gap=${Math.min(3, tokens.length - nearest.at - nearest.length)}`);
    }
    const head = distanceTo(lines, at, -1);
    const foot = distanceTo(lines, at, 1);
    for (const kind of head.kinds) {
      names.push(`head=${kind}`, `head,far=${kind} ${head.far}`);
      if (nearest === undefined) names.push(`heads=${kind}`);
    }
    for (const kind of foot.kinds) names.push(`foot=${kind}`);
    return names;
  });
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const found = findTerms(termTokens(line.slice(0, CONTEXT)));
    const kinds = [...new Set(found.map(({ kind }) => kind))];
    const made = { start, text: line, kinds };
    start += line.length + 1;
    return made;
  });
}

function lineAt(lines: readonly Line[], position: number): number {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines[middle]?.start ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The term that ends last; the longest of those. */
function lastOf(terms: readonly FoundTerm[]): FoundTerm | undefined {
  return terms.reduce<FoundTerm | undefined>((best, term) => {
    const gain = best === undefined ? 1 : term.at + term.length - best.at - best.length;
    return gain > 0 || (gain === 0 && term.length > (best?.length ?? 0)) ? term : best;
  }, undefined);
}

/** The labels of the nearest line in one direction that has some. */
function distanceTo(lines: readonly Line[], at: number, step: -1 | 1) {
  for (let far = 1; far <= REACH; far += 1) {
    const kinds = lines[at + step * far]?.kinds ?? [];
    if (kinds.length > 0) return { far, kinds };
  }
  return { far: 0, kinds: [] };
}
