import type { ControlMap, ProfileMap } from './control-map.ts';
import type { ClaimResult, ClaimStatus } from './evidence.ts';

const MARKS: Readonly<Record<ClaimStatus, string>> = {
  held: '+',
  'not held': '!',
  manual: '?',
  'not applicable': '-',
};
/** Of the places that one claim rests on; the other formats name all. */
const SHOWN = 3;

/** For a terminal: each control, its claims and what they rest on; the counts last. */
export function mapLines({ profiles }: ControlMap): readonly string[] {
  return profiles.flatMap((one) => [...one.controls.flatMap(controlLines), '', ...sumLines(one)]);
}

function controlLines({ name, title, status, claims }: ProfileMap['controls'][number]): string[] {
  return ['', `${status.toUpperCase()}  ${name}: ${title}`, ...claims.flatMap(claimLines)];
}

function claimLines({ says, status, found, rests }: ClaimResult): string[] {
  const places = rests.slice(0, SHOWN).map(({ kind, at }) => `      ${kind}: ${at}`);
  const more = rests.length > SHOWN ? [`      and ${rests.length - SHOWN} more (--json)`] : [];
  // A person's claim says itself what they must supply.
  const reason = status === 'held' || found === says ? [] : [`      ${found}`];
  return [`  ${MARKS[status]} ${says}`, ...reason, ...places, ...more];
}

function sumLines({ profile, templates, records, counts, controls }: ProfileMap): string[] {
  const looked =
    records === null
      ? 'no records were looked at (--live)'
      : `${records.entries} log entries of ${records.from}`;
  return [
    `${profile}: ${controls.length} controls: ${counts.held} held, ${counts['not held']} not held, ` +
      `${counts.manual} need a person, ${counts['not applicable']} not applicable`,
    `Templates ${templates}; ${looked}. Whether a law is met, people judge.`,
  ];
}
