import { acceptedFindings } from './nag-findings.ts';
import { resourcesOf } from './checked.ts';
import { idleLines, idleUsd } from './idle-cost.ts';
import { acceptedStars } from './permissions.ts';
import { survivorsOf } from './survivors.ts';
import type { ProfileReport } from './run-checks.ts';

/** The table, the findings, and what was accepted and why. */
export function printChecks(
  reports: readonly ProfileReport[],
  print: (line: string) => void,
): void {
  const names = Object.keys(reports[0]?.findings ?? {});
  const column = (text: string) => text.padStart(10);
  print(`${'check'.padEnd(28)}${reports.map((one) => column(one.checked.profile.env)).join('')}`);
  const row = (name: string, cell: (report: ProfileReport) => string) =>
    print(`${name.padEnd(28)}${reports.map((one) => column(cell(one))).join('')}`);
  for (const name of names) {
    row(name, ({ findings }) => {
      const count = findings[name]?.length ?? 0;
      return count === 0 ? 'ok' : `${count} !`;
    });
  }
  row('resources', ({ checked }) => String(resourcesOf(checked).length));
  row('acknowledgement sites', ({ checked }) => {
    return String(new Set(acceptedFindings(checked).map(({ where }) => where)).size);
  });
  row('accepted * resources', ({ checked }) => String(acceptedStars(checked).length));
  row('idle USD a month', ({ checked }) => idleUsd(checked).toFixed(2));
  for (const { checked, findings } of reports) {
    for (const [name, found] of Object.entries(findings)) {
      for (const { where, what } of found) {
        print(`FAIL ${checked.profile.env}: ${name}: ${where}: ${what}`);
      }
    }
  }
}

/** Every accepted finding and idle line of one profile, for an auditor. */
export function printDetails({ checked }: ProfileReport, print: (line: string) => void): void {
  print(`\n${checked.profile.env}: accepted findings`);
  for (const { where, rule, reason } of acceptedFindings(checked)) {
    print(`- ${where}\n  ${rule}\n  ${reason}`);
  }
  print(`\n${checked.profile.env}: rights on every resource`);
  for (const line of acceptedStars(checked)) print(`- ${line}`);
  print(`\n${checked.profile.env}: idle cost`);
  for (const { what, count, unit, usdPerMonth, price } of idleLines(checked)) {
    const usd = usdPerMonth === null ? 'unknown' : usdPerMonth.toFixed(2);
    print(`- ${what}: ${count} × ${unit}: ${usd} USD a month (${price})`);
  }
  print(`\n${checked.profile.env}: what survives teardown`);
  for (const line of survivorsOf(checked)) print(`- ${line}`);
}
