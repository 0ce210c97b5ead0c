import type { DescribedReleases } from '../../lambda/domain/governance/release/describe-releases.ts';
import type { ReleaseBundle } from '../../lambda/domain/governance/release/release-bundle.ts';
import type { ReleaseChange } from '../../lambda/domain/governance/release/release-diff.ts';
import type { ReleaseEvent } from '../../lambda/domain/governance/release/release-event.ts';
import type { GateResult } from '../../lambda/domain/governance/release/release-gates.ts';
import { printable } from '../printable.ts';

const ID_DIGITS = 12;

export function listPage({ side, releases }: DescribedReleases): string {
  if (releases.length === 0) return `Nothing of ${side} is published; npx strata release publish`;
  return releases
    .map(({ release, stages, publishedAt, proposedBy, approvedBy, gates }) =>
      [
        short(release),
        stages.join(', ').padEnd(24),
        publishedAt,
        ...(proposedBy === null ? [] : [`proposed by ${proposedBy}`]),
        ...(approvedBy.length === 0 ? [] : [`approved by ${approvedBy.join(', ')}`]),
        ...shutOf(gates),
      ].join('  '),
    )
    .map(printable)
    .join('\n');
}

export function releasePage(shown: {
  readonly release: string;
  readonly bundle: ReleaseBundle;
  readonly events: readonly ReleaseEvent[];
}): string {
  const { release, bundle, events } = shown;
  const { side, ...parts } = bundle;
  return printable(
    [`${side} ${release}`, JSON.stringify(parts, null, 2), historyPage(events)].join('\n'),
  );
}

export function historyPage(events: readonly ReleaseEvent[]): string {
  return events.map(eventPage).join('\n');
}

export function eventPage(event: ReleaseEvent): string {
  const { number, at, action, release, by, why, gates, pointers } = event;
  const lines = [
    `${number}  ${at}  ${action.padEnd(9)}  ${short(release)}  ${by.name}: ${why}`,
    `    live ${short(pointers.live)}, staging ${short(pointers.staging)}, candidate ${short(pointers.candidate)}`,
    ...gates.map(
      ({ gate, passed, figure, demand }) =>
        `    ${passed ? 'open' : 'SHUT'}  ${gate}${figure === null ? '' : ` ${figure.toFixed(4)}`}: ${demand}`,
    ),
  ];
  return printable(lines.join('\n'));
}

export function changesPage(changes: readonly ReleaseChange[]): string {
  if (changes.length === 0) return 'Nothing differs.';
  return printable(
    changes
      .map(({ path, from, to }) => [path, ...linesOf('-', from), ...linesOf('+', to)].join('\n'))
      .join('\n'),
  );
}

function linesOf(mark: string, value: unknown): string[] {
  if (value === undefined) return [];
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `  ${mark} ${line}`);
}

function shutOf(gates: readonly GateResult[]): string[] {
  const shut = gates.filter(({ passed }) => !passed).map(({ gate }) => gate);
  return shut.length === 0 ? [] : [`stopped by ${shut.join(', ')}`];
}

function short(release: string | null): string {
  return release?.slice(0, ID_DIGITS) ?? '–';
}
