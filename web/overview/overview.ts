import type { Report } from '../../lambda/domain/compare/report-schema.ts';
import type { SideBySideRow } from '../../lambda/domain/compare/side-by-side.ts';
import type { Side } from '../../lambda/domain/document/document.ts';
import { isExtractive, NEEDS_MODEL } from '../format.ts';
import { SIDE_NAMES } from '../shell/side-name.tsx';

/** Reply of `GET /api/overview`, and the data of a report page. */
export interface Overview {
  readonly report: Report;
  readonly rows: readonly SideBySideRow[];
}

/** The sides that were part of the run. */
export function sidesOf({ sides }: Report): readonly Side[] {
  return (['mlops', 'llmops'] as const).filter((side) => sides[side] !== null);
}

/** A series' title; the reader stands in it, because the values depend on it. */
export function sideTitle(side: Side, { reader }: Report): string {
  if (side === 'mlops') return SIDE_NAMES.mlops;
  return isExtractive(reader)
    ? `${SIDE_NAMES.llmops} (extractive reader, not an LLM)`
    : `${SIDE_NAMES.llmops} (${reader})`;
}

/** A series of quality: where the extractive reader read, a model's own is not known. */
export function qualityTitle(side: Side, report: Report): string {
  return side === 'llmops' && isExtractive(report.reader)
    ? `${SIDE_NAMES.llmops}: ${NEEDS_MODEL} (shown: extractive reader, not an LLM)`
    : sideTitle(side, report);
}
