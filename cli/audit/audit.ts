import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { searchInteractions } from '../../lambda/domain/governance/explain/search-interactions.ts';
import {
  type Anchor,
  anchorSchema,
  type Verification,
} from '../../lambda/domain/governance/verify/verification.ts';
import { verifyAudit } from '../../lambda/domain/governance/verify/verify-audit.ts';
import { InvalidInputError } from '../../lambda/errors.ts';
import { exportAudit } from '../../local/audit/export-audit.ts';
import { type AuditFlags, openAudit } from './audit-stores.ts';
import { addControls } from './controls.ts';
import { PROFILES } from '../aws/environment-options.ts';
import type { CliContext } from '../main.ts';
import { parseCount } from '../options.ts';
import { printable } from '../printable.ts';

const SHOWN = 100;

interface SearchFlags extends AuditFlags {
  readonly by?: string;
  readonly since?: string;
  readonly until?: string;
  readonly status?: string;
  readonly document?: string;
  readonly prompt?: string;
  readonly guardrail?: string;
  readonly limit: number;
  readonly json?: boolean;
}

/** `strata audit …`: whether the record was altered, what it holds, and a copy of it. */
export function addAudit(program: Command, context: CliContext): void {
  const audit = program.command('audit').description('the record of what was done, and its proof');
  addVerify(audit, context);
  withStore(audit.command('anchor').description('note the head of the log, to be kept elsewhere'))
    .requiredOption('--out <file>', 'where the head is written')
    .action(async (flags: AuditFlags & { readonly out: string }) => {
      await withAudit(flags, context, async ({ stores, tenant }) => {
        const { entries, head, root } = await verifyAudit(stores)(tenant, null);
        const at = new Date().toISOString();
        const anchor: Anchor = { tenant, at, entries, head, root };
        writeFileSync(resolve(flags.out), `${JSON.stringify(anchor, null, 2)}\n`);
        console.log(
          `${entries} entries, root ${root}: ${flags.out}. Keep it where the log is not.`,
        );
        return 0;
      });
    });
  withStore(audit.command('export').description('copy log and records, with a signed manifest'))
    .requiredOption('--out <folder>', 'a folder that is made')
    .action(async (flags: AuditFlags & { readonly out: string }) => {
      await withAudit(flags, context, async ({ stores, tenant }) => {
        const written = await exportAudit(stores, {
          tenant,
          directory: resolve(flags.out),
          keyDirectory: resolve('.strata', 'keys'),
          at: new Date().toISOString(),
        });
        for (const { name, lines } of written) console.log(`${name}  ${lines} lines`);
        return 0;
      });
    });
  addSearch(audit, context);
  addControls(audit, context);
}

function addVerify(audit: Command, context: CliContext): void {
  withStore(
    audit
      .command('verify')
      .description('name every altered, dropped, inserted, reordered or forged record'),
  )
    .option('--anchor <file>', 'a head that `strata audit anchor` wrote earlier')
    .option('--json', 'print the whole result')
    .action(async (flags: AuditFlags & { readonly anchor?: string; readonly json?: boolean }) => {
      await withAudit(flags, context, async ({ stores, tenant }) => {
        const anchor = flags.anchor === undefined ? null : readAnchor(flags.anchor, tenant);
        const verified = await verifyAudit(stores)(tenant, anchor);
        console.log(flags.json === true ? JSON.stringify(verified, null, 2) : pageOf(verified));
        return verified.findings.length === 0 ? 0 : 1;
      });
    });
}

function addSearch(audit: Command, context: CliContext): void {
  withStore(audit.command('search').description('find past questions, the newest first'))
    .option('--by <person>', 'who asked')
    .option('--since <time>', 'ISO 8601, such as 2026-11-01T00:00:00Z')
    .option('--until <time>', 'ISO 8601')
    .option('--status <status>', 'answered, no-answer, blocked, interrupted, failed or open')
    .option('--document <id>', 'that drew on this document')
    .option('--prompt <name>', '“answer-question v2”, or the beginning of a hash')
    .option('--guardrail <name>', 'to which a guardrail objected by this policy or name')
    .option('--limit <n>', 'at most so many', parseCount(1, 10_000), SHOWN)
    .option('--json', 'print a line of JSON each')
    .action(async ({ document: documentId, limit, json, ...flags }: SearchFlags) => {
      await withAudit(flags, context, async ({ stores, tenant }) => {
        const { env: _env, tenant: _tenant, ...filter } = flags;
        const found = await searchInteractions(stores)(tenant, { ...filter, documentId }, limit);
        for (const one of found.items) {
          const { interactionId, askedAt, askedBy, status, question } = one;
          const line = `${interactionId}  ${askedAt}  ${status.padEnd(11)}  ${askedBy ?? '–'}  ${question}`;
          console.log(json === true ? JSON.stringify(one) : printable(line));
        }
        if (!found.isAll) console.log('There are more: narrow the search or raise --limit.');
        return 0;
      });
    });
}

function withStore(command: Command): Command {
  const env = new Option(
    '--env <name>',
    'an environment in the AWS account; the last run without it',
  );
  return command
    .addOption(env.choices(Object.keys(PROFILES)))
    .option(
      '--tenant <name>',
      'whose log; of the last run without it, `platform` for models and switches',
    );
}

async function withAudit(
  flags: AuditFlags,
  context: CliContext,
  work: (open: Awaited<ReturnType<typeof openAudit>>) => Promise<number>,
): Promise<void> {
  const open = await openAudit(flags, context);
  try {
    const code = await work(open);
    if (code !== 0) process.exitCode = code;
  } finally {
    await open.close();
  }
}

/** @throws InvalidInputError for another file, or the head of another tenant's log */
function readAnchor(path: string, tenant: string): Anchor {
  const parsed = anchorSchema().safeParse(JSON.parse(readFileSync(resolve(path), 'utf8')));
  if (parsed.success && parsed.data.tenant === tenant) return parsed.data;
  throw new InvalidInputError(
    `${path} must be the head of the log of ${tenant}; strata audit anchor --out FILE writes one`,
  );
}

function pageOf({ tenant, entries, records, root, findings, cannotTell }: Verification): string {
  const lines = findings
    .slice(0, SHOWN)
    .map(({ what, where, detail }) => `  ${what.padEnd(11)} ${printable(where)}: ${detail}`);
  const more = findings.length > SHOWN ? [`  and ${findings.length - SHOWN} more (--json)`] : [];
  return [
    `Log of ${tenant}: ${entries} entries over ${records} records, root ${root}`,
    ...(findings.length === 0
      ? ['Nothing was altered, dropped, inserted, reordered or forged that this can tell.']
      : [`${findings.length} things are wrong:`, ...lines, ...more]),
    'This cannot tell:',
    ...cannotTell.map((one) => `  - ${one}`),
  ].join('\n');
}
