import type { Diagnosis } from '../../lib/doctor/diagnose.ts';
import type { ExpectedCost, ThousandCost } from '../../lib/doctor/expected-cost.ts';
import type { Finding, Level } from '../../lib/doctor/finding.ts';

export interface DoctorReport extends Diagnosis {
  readonly env: string;
  readonly region: string;
  readonly cost: ExpectedCost;
  readonly deployment: {
    /** Of the last deployment from this folder; null where there was none. */
    readonly minutes: number | null;
    /** Kinds of resources that take minutes rather than seconds, and how many. */
    readonly slow: Readonly<Record<string, number>>;
  };
}

const SIGNS: Readonly<Record<Level, string>> = {
  ok: 'ok     ',
  note: 'note   ',
  unknown: '?      ',
  warning: 'warning',
  error: 'ERROR  ',
};

/** For people; `--json` prints the same. */
export function printDiagnosis(report: DoctorReport): void {
  const { account, cost, deployment, env, findings, region } = report;
  console.log(`Strata ${env} in ${account ?? 'no account'}, ${region}\n`);
  for (const finding of findings) printFinding(finding);
  const { minutes, slow } = deployment;
  const took = minutes === null ? 'not measured from here yet' : `the last took ${minutes} minutes`;
  const kinds = Object.entries(slow).map(([kind, count]) => `${count} × ${kind}`);
  console.log(`\nDeployment: ${took}; what takes longest: ${kinds.join(', ')}`);
  printCost(cost);
}

function printFinding({ check, level, what, remedy }: Finding): void {
  console.log(`${SIGNS[level]} ${check}: ${what}`);
  if (remedy !== null) console.log(`        → ${remedy}`);
}

function printCost({ idle, idleUsdPerMonth, reader, thousand }: ExpectedCost): void {
  console.log(`\nIdle: ${idleUsdPerMonth.toFixed(2)} US dollars a month`);
  for (const { what, count, unit, usdPerMonth } of idle) {
    const usd = usdPerMonth === null ? 'unknown' : usdPerMonth.toFixed(2);
    console.log(`  ${usd.padStart(9)}  ${what}: ${count} × ${unit}`);
  }
  if (thousand === null) {
    console.log('1,000 documents: no run was measured yet; npm start -- --exit, then this again');
    return;
  }
  const tokens =
    reader === 'extractive'
      ? 'tokens as the extractive reader took them; a language model may write more'
      : `tokens as ${reader} took them`;
  console.log(`\nBeside that, measured on this machine and priced (${tokens}):`);
  for (const one of thousand) printThousand(one);
}

function printThousand({ byTheHour, of, unknown, usd }: ThousandCost): void {
  const sum = usd === null ? 'unknown' : `${usd.toFixed(2)} US dollars`;
  const bound = unknown.length > 0 ? 'at least ' : '';
  console.log(`  1,000 ${of}: ${bound}${sum}`);
  if (unknown.length > 0)
    console.log(`    without a known price or measure: ${unknown.join(', ')}`);
  for (const [price, hourly] of Object.entries(byTheHour)) {
    console.log(`    and ${hourly ?? 'unknown'} an hour of ${price} while in use`);
  }
}
