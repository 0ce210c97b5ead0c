// Holds the control map in OSCAL against compliance-trestle. Needs Python 3 and PyPI:
//   npm run test:oscal
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pythonPrograms } from '../python.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const DOCUMENTS = 7;
const RESULTS = 'assessment-results/strata/assessment-results.json';
const COMPONENTS = 'component-definitions/strata/component-definition.json';

/** What a validator must refuse, so that its silence means something. */
const PLANTS = [
  {
    file: RESULTS,
    what: 'a finding without an id',
    spoil: (one) => delete resultOf(one).findings[0].uuid,
  },
  {
    file: RESULTS,
    what: 'a state that there is not',
    spoil: (one) => (statusOf(one).state = 'compliant'),
  },
  {
    file: RESULTS,
    what: 'one id twice',
    spoil: (one) => (idsOf(one)[1].uuid = idsOf(one)[0].uuid),
  },
  { file: RESULTS, what: 'no plan', spoil: (one) => delete one['assessment-results']['import-ap'] },
  {
    file: COMPONENTS,
    what: 'a requirement of no control',
    spoil: (one) => delete requirementOf(one)['control-id'],
  },
];

const resultOf = (one) => one['assessment-results'].results[0];
const statusOf = (one) => resultOf(one).findings[0].target.status;
const idsOf = (one) => resultOf(one).findings;
const requirementOf = (one) =>
  one['component-definition'].components[0]['control-implementations'][0][
    'implemented-requirements'
  ][0];

const workspace = mkdtempSync(join(tmpdir(), 'strata-oscal-'));
try {
  const trestle = join(pythonPrograms(['compliance-trestle==5.2.0']), 'trestle');
  execFileSync(trestle, ['init', '--local'], { cwd: workspace, stdio: 'ignore' });
  const strata = [
    join(root, 'bin', 'strata.mjs'),
    'audit',
    'controls',
    '--all',
    '--oscal',
    workspace,
  ];
  execFileSync(process.execPath, strata, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });

  const validated = validate(trestle, ['-a']);
  const valid = validated.said.split('\n').filter((line) => line.includes('VALID: Model')).length;
  if (validated.code !== 0 || valid !== DOCUMENTS) {
    throw new Error(`${DOCUMENTS} documents must be valid, ${valid} are:\n${validated.said}`);
  }
  for (const { file, what, spoil } of PLANTS) {
    const path = join(workspace, file);
    const whole = readFileSync(path, 'utf8');
    const document = JSON.parse(whole);
    spoil(document);
    writeFileSync(path, JSON.stringify(document));
    const { code } = validate(trestle, ['-f', file]);
    writeFileSync(path, whole);
    if (validate(trestle, ['-f', file]).code !== 0) throw new Error(`${file} must be valid`);
    if (code === 0) throw new Error(`${what} must be refused, and is valid`);
  }
  console.log(`ci: ${valid} OSCAL documents valid, ${PLANTS.length} spoiled ones refused`);
} finally {
  rmSync(workspace, { recursive: true, force: true });
}

function validate(trestle, args) {
  const done = spawnSync(trestle, ['validate', ...args], { cwd: workspace, encoding: 'utf8' });
  return { code: done.status, said: `${done.stdout}${done.stderr}` };
}
