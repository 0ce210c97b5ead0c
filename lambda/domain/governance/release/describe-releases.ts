import type { Side } from '../../document/document.ts';
import { type Pointers, type ReleaseEvent, STAGES, type Stage } from './release-event.ts';
import type { GateResult } from './release-gates.ts';
import { pointersOf, releasesIn, releaseState } from './release-state.ts';

export interface DescribedRelease {
  readonly release: string;
  /** Stages that point to it. */
  readonly stages: readonly Stage[];
  readonly publishedAt: string;
  readonly publishedBy: string;
  readonly proposedBy: string | null;
  readonly approvedBy: readonly string[];
  /** Of the open proposal. */
  readonly gates: readonly GateResult[];
  readonly wasLive: boolean;
}
export interface DescribedReleases {
  readonly side: Side;
  readonly pointers: Pointers;
  readonly releases: readonly DescribedRelease[];
}

/** The releases of a side and how far each has come, those that were named last first. */
export function describeReleases(side: Side, history: readonly ReleaseEvent[]): DescribedReleases {
  const pointers = pointersOf(history);
  return {
    side,
    pointers,
    releases: releasesIn(history).map((release) => {
      const { published, proposal, approvals, wasLive } = releaseState(history, release);
      return {
        release,
        stages: STAGES.filter((stage) => pointers[stage] === release),
        publishedAt: published.at,
        publishedBy: published.by.name,
        proposedBy: proposal?.by.name ?? null,
        approvedBy: approvals.map(({ by }) => by.name),
        gates: proposal?.gates ?? [],
        wasLive,
      };
    }),
  };
}
