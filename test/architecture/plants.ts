import type { RuleId } from './rules.ts';

/** A violation, planted: `files` break `rule`. */
export interface Plant {
  readonly what: string;
  readonly rule: RuleId;
  readonly files: Readonly<Record<string, string>>;
}

const AREA = 'an area imports only the areas that it may';
const PACKAGE = 'an area imports only the packages that it may';
const ALIVE = 'domain and flows have no clock, chance, network or console';

const plant = (rule: RuleId, what: string, file: string, code: string): Plant => ({
  rule,
  what,
  files: { [file]: code },
});

export const PLANTS: readonly Plant[] = [
  plant('every file belongs to a listed area', 'a new folder', 'lambda/tools/x.ts', ''),
  plant('every file belongs to a listed area', 'a file beside the areas', 'lambda/x.ts', ''),
  plant('every file belongs to a listed area', 'a folder in a folder', 'cli/deep/x.ts', ''),
  plant(
    'every import of ours goes to a listed area',
    'a file outside',
    'config/x.ts',
    "import { y } from '../scripts/y.ts';",
  ),
  plant(
    AREA,
    'what looks at an account imports an adapter',
    'lib/doctor/x.ts',
    "import { y } from '../../lambda/adapters/account/y.ts';",
  ),
  plant(
    AREA,
    'an adapter imports what looks at an account',
    'lambda/adapters/account/x.ts',
    "import { y } from '../../../lib/doctor/y.ts';",
  ),
  plant(
    AREA,
    'the domain imports an adapter',
    'lambda/domain/llmops/x.ts',
    "import { y } from '../../adapters/y.ts';",
  ),
  plant(
    AREA,
    'the domain imports an adapter in an expression',
    'lambda/domain/llmops/x.ts',
    "export const x = async () => (await import('../../adapters/y.ts')).y;",
  ),
  plant(
    AREA,
    'the domain imports a value where only types may be',
    'lambda/domain/llmops/x.ts',
    "import { type Gates, gates } from '../../../config/gates.ts';",
  ),
  plant(
    AREA,
    'the console imports a value of the domain',
    'web/x.tsx',
    "import { y } from '../lambda/domain/document/y.ts';",
  ),
  plant(
    AREA,
    'the console imports a type of an adapter',
    'web/x.tsx',
    "export type X = import('../lambda/adapters/y.ts').Y;",
  ),
  plant(AREA, 'the configuration imports a layer', 'config/x.ts', "import '../lib/data/y.ts';"),
  plant(
    AREA,
    'the configuration reads a file of the laptop',
    'config/x.ts',
    "import data from '../local/y.ts' with { type: 'json' };",
  ),
  plant(AREA, 'shared imports a layer', 'lib/shared/x.ts', "import { Y } from '../data/y.ts';"),
  plant(
    AREA,
    'the laptop imports an adapter that no user names',
    'local/x.ts',
    "import { y } from '../lambda/adapters/documents.ts';",
  ),
  plant(
    AREA,
    'an HTTP area reads the environment’s file',
    'lambda/http/x.ts',
    "const y = require('../env.ts');",
  ),
  plant(
    PACKAGE,
    'the domain imports an SDK',
    'lambda/domain/document/x.ts',
    "import { S3Client } from '@aws-sdk/client-s3';",
  ),
  plant(
    PACKAGE,
    'the domain imports a part of Node',
    'lambda/domain/document/x.ts',
    "import { readFileSync } from 'node:fs';",
  ),
  plant(
    PACKAGE,
    'the domain imports a part of Node by its old name',
    'lambda/domain/document/x.ts',
    "import { readFileSync } from 'fs';",
  ),
  plant(
    PACKAGE,
    'a layer imports a package that nobody listed',
    'lib/data/x.ts',
    "import { y } from 'lodash';",
  ),
  plant(
    PACKAGE,
    'a type of a package that nobody listed',
    'lambda/http/x.ts',
    "import type { Y } from '@aws-sdk/client-s3';",
  ),
  plant(
    'a specifier is a literal',
    'a computed import',
    'lambda/http/x.ts',
    'export const x = (name: string) => import(name);',
  ),
  plant(
    'relative imports end in an extension',
    'an import without one',
    'cli/x.ts',
    "import { y } from './y';",
  ),
  plant(
    'adapters take types and schemas of the domain',
    'an adapter that computes',
    'lambda/adapters/x.ts',
    "import { y, ySchema } from '../domain/document/y.ts';",
  ),
  plant(
    'folders of the domain import downward',
    'text imports document',
    'lambda/domain/text/x.ts',
    "import type { Y } from '../document/y.ts';",
  ),
  plant(
    'folders of the domain import downward',
    'a folder outside the order imports another',
    'lambda/domain/various/x.ts',
    "import { y } from '../text/y.ts';",
  ),
  plant(
    'folders of the domain import downward',
    'the reader imports what only the classical side is made of',
    'lambda/domain/extractive/x.ts',
    "import { y } from '../trees/y.ts';",
  ),
  plant(
    'the sides never import one another',
    'a folder imports the other',
    'lambda/domain/llmops/x.ts',
    "import { y } from '../mlops/y.ts';",
  ),
  plant(
    'the sides never import one another',
    'a prefixed file imports the other prefix',
    'lib/model/llmops-x.ts',
    "import { Y } from './mlops-y.ts';",
  ),
  plant(
    'a layer uses only layers below it',
    'data imports model',
    'lib/data/x.ts',
    "import { Y } from '../model/y.ts';",
  ),
  plant(
    'a layer uses only layers below it',
    'a type of a higher layer',
    'lib/data/x.ts',
    "import type { Y } from '../application/y.ts';",
  ),
  plant(
    'the environment is read in lambda/env.ts alone',
    'an adapter reads a variable',
    'lambda/adapters/x.ts',
    "export const x = process.env['REGION'];",
  ),
  plant(
    'the environment is read in lambda/env.ts alone',
    'a function takes the whole process',
    'local/x.ts',
    'export const { env } = process;',
  ),
  plant(ALIVE, 'a clock in a flow', 'lambda/flow/x.ts', 'export const x = () => Date.now();'),
  plant(ALIVE, 'a clock', 'lambda/domain/text/x.ts', 'export const x = () => Date.now();'),
  plant(ALIVE, 'today', 'lambda/domain/text/x.ts', 'export const x = () => new Date();'),
  plant(ALIVE, 'the clock, handed on', 'lambda/domain/text/x.ts', 'export const { now } = Date;'),
  plant(ALIVE, 'chance', 'lambda/domain/text/x.ts', 'export const x = () => Math.random();'),
  plant(ALIVE, 'a new id', 'lambda/domain/text/x.ts', 'export const x = crypto.randomUUID();'),
  plant(ALIVE, 'the network', 'lambda/domain/text/x.ts', "export const x = () => fetch('/');"),
  plant(ALIVE, 'output', 'lambda/domain/text/x.ts', "export const x = () => console.log('x');"),
  plant(
    'import.meta and top-level await stand in entry points only',
    'a file that waits while it is imported',
    'local/x.ts',
    'export const x = await Promise.resolve(1);',
  ),
  plant(
    'import.meta and top-level await stand in entry points only',
    'a file that asks where it stands',
    'lib/shared/x.ts',
    'export const x = import.meta.url;',
  ),
  plant('no file re-exports others', 'a barrel', 'config/x.ts', "export * from './y.ts';"),
  plant('no file re-exports others', 'types', 'config/x.ts', "export type { Y } from './y.ts';"),
  plant('exports have names', 'a default export', 'cli/x.ts', 'export default 1;'),
  plant('no type error is silenced', 'a comment', 'cli/x.ts', '// @ts-expect-error\nlet x;'),
  plant('no file is longer than 250 lines', '251 lines', 'cli/x.ts', 'void 0;\n'.repeat(251)),
  plant('a name says what a file is', 'a drawer', 'lib/shared/string-utils.ts', ''),
  {
    rule: 'a folder holds at most 20 files',
    what: '21 files',
    files: Object.fromEntries(
      Array.from({ length: 21 }, (_, index) => [`lambda/http/x-${index}.ts`, '']),
    ),
  },
];
