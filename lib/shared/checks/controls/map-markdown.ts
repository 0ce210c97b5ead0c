import { type ControlMap, MEANINGS, type ProfileMap, STATUSES } from './control-map.ts';
import type { ClaimResult } from './evidence.ts';

/** A section a profile, in it a table of counts and a heading a control. */
export function mapMarkdown({ at, frameworks, profiles, version }: ControlMap): string {
  return [
    '# Controls, computed from what is deployed',
    '',
    `Strata ${version}, ${at}. Whether a law is met, people judge.`,
    '',
    ...frameworks.map(({ name, source, asOf }) => `- ${name}: <${source}>, as of ${asOf}`),
    '',
    ...STATUSES.map((status) => `- **${status}**: ${MEANINGS[status]}`),
    ...profiles.flatMap(profileLines),
    '',
  ].join('\n');
}

function profileLines({ profile, templates, records, counts, controls }: ProfileMap): string[] {
  const looked = records === null ? 'none looked at' : `${records.entries} of ${records.from}`;
  return [
    '',
    `## ${profile}`,
    '',
    `Templates ${templates}; log entries: ${looked}.`,
    '',
    `| controls | ${STATUSES.join(' | ')} |`,
    `|${' ---: |'.repeat(STATUSES.length + 1)}`,
    `| ${controls.length} | ${STATUSES.map((status) => counts[status]).join(' | ')} |`,
    ...controls.flatMap(({ name, title, status, asks, claims }) => [
      '',
      `### ${escaped(`${name}: ${title}`)}: ${status}`,
      '',
      escaped(asks),
      '',
      ...claims.map(claimLine),
    ]),
  ];
}

function claimLine({ says, status, found, rests }: ClaimResult): string {
  const reason = status === 'held' || found === says ? '' : `: ${escaped(found)}`;
  const places = rests.map(({ at }) => `\`${at.replaceAll('`', "'")}\``).join(', ');
  return `- **${status}** ${escaped(says)}${reason}${places === '' ? '' : ` (${places})`}`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|]/g, String.raw`\$&`);
}
