import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { ACCESS, isRoute, ROLES, scopeOf } from '../lambda/access.ts';

const registrySchema = z.array(
  z.looseObject({
    name: z.string(),
    kind: z.enum(['step', 'area', 'consumer', 'schedule', 'resource']),
    does: z.string(),
    file: z.string(),
    touches: z.array(z.string()),
    granted: z.array(z.string()),
  }),
);
type Declared = z.infer<typeof registrySchema>[number];

const HEAD = `# Who may do what, and what may touch what

Written by \`npx strata access --write\` from the declarations below \`lambda/\`; a test holds it to them.
`;

const PEOPLE = `## People

Roles are groups of the user pool on AWS, and what \`npx strata serve --as NAME:ROLE\` says on the laptop.
One table, \`lambda/access.ts\`, decides for both; the API refuses what it does not allow, the console
does not show it. The build fails where a route is not in the table. *own*: only what the person asked.
Nobody reaches another tenant: the tenant is a claim of the token that no request can change.
`;

const FUNCTIONS = `## Functions

A function's role has the rights of these capabilities and no others: what each one needs in IAM stands in
\`test/lib/granted.test.ts\`, which reads the templates of every profile, and a copy of each declaration
without any one of them does not compile (\`test/functions/least-privilege.test.ts\`). Settings
(\`settings.*\`) are values and need no right. \`documents.read:text\` is S3's GetObject on keys that end in
\`/text\`; \`records.write:document\` is DynamoDB's PutItem on partitions that end in \`#document\`.
`;

const SIGNS = { all: 'yes', own: 'own', none: '–' } as const;

/** The page for auditors, as Markdown. */
export function accessPage(root: string): string {
  const text = readFileSync(join(root, 'dist/steps.json'), 'utf8');
  const declared = registrySchema.parse(JSON.parse(text));
  return `${[HEAD, people(), FUNCTIONS, byFunction(declared), byCapability(declared)].join('\n')}\n`;
}

function people(): string {
  const rows = Object.keys(ACCESS)
    .filter(isRoute)
    .map((route) => {
      const cells = ROLES.map((role) => SIGNS[scopeOf(route, [role]) ?? 'none']);
      return `| \`${route}\` | ${cells.join(' | ')} |`;
    });
  const head = [
    `| route below /api | ${ROLES.join(' | ')} |`,
    `|---|${'---|'.repeat(ROLES.length)}`,
  ];
  return [PEOPLE, ...head, ...rows, ''].join('\n');
}

function byFunction(declared: readonly Declared[]): string {
  const rows = declared.map(({ name, kind, does, file, touches, granted }) => {
    const brought = granted.filter((one) => !touches.includes(one));
    return `| [${name}](../${file}) | ${kind} | ${does} | ${list(touches)} | ${list(brought)} |`;
  });
  const head = [
    '### By function',
    '',
    '| function | kind | what it does | touches | brought along |',
    '|---|---|---|---|---|',
  ];
  return [...head, ...rows, ''].join('\n');
}

function byCapability(declared: readonly Declared[]): string {
  const all = [...new Set(declared.flatMap(({ granted }) => granted))].sort();
  const rows = all
    .filter((one) => !one.startsWith('settings.'))
    .map((one) => {
      const holders = declared.filter(({ granted }) => granted.includes(one));
      return `| \`${one}\` | ${holders.map(({ name }) => name).join(', ')} |`;
    });
  return ['### By capability', '', '| capability | functions |', '|---|---|', ...rows].join('\n');
}

function list(capabilities: readonly string[]): string {
  return capabilities.map((one) => `\`${one}\``).join(' ');
}
