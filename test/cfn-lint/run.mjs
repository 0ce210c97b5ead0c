// Holds the templates of every profile against cfn-lint and its schemas of the services. Needs Python 3 and
// PyPI:
//   npm run test:cfn-lint
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pythonPrograms } from '../python.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const PROFILES = ['student', 'dev', 'staging', 'prod'];
const REGION = 'eu-west-1';
/** Redundant, not wrong: the library writes dependencies out that references enforce already. */
const IGNORED = 'W3005';

/** Findings that stand, each where the linter's copy of a schema says less than the service's own page. */
const ACCEPTED = [
  {
    finds: /^E300[26] .*CollectionGroup/,
    reason:
      'OpenSearch Serverless has collection groups (CloudFormation, AWS::OpenSearchServerless::CollectionGroup); the linter does not know them',
  },
  {
    finds: /^E(3030 .*'(integer|keyword)' is not one of|3002 .*'SpaceType')/,
    reason:
      'fields of an index take OpenSearch’s types, and NextGen a space type (CloudFormation, AWS::OpenSearchServerless::Index); the linter lists two types',
  },
  {
    finds: /^E3601 .*'OutputPath' was unexpected.* at 'States\/llmops-give-answer/,
    reason:
      'a Succeed state takes InputPath and OutputPath (Amazon States Language, "Succeed State"); the linter admits neither',
  },
  {
    finds: /^E3002 at Resources\/(ProductDashboard|MlopsServingInstances)\w*\/Properties\/Tags/,
    reason:
      'dashboards and scalable targets take tags (CloudFormation, AWS::CloudWatch::Dashboard and AWS::ApplicationAutoScaling::ScalableTarget), which the library writes from the services’ newer schemas',
  },
  {
    finds: /^E3018 at Resources\/LlmopsModelAccess\w+\/Properties\/ModelSource/,
    reason:
      'an inference profile copies from a profile of the account (CloudFormation, AWS::Bedrock::ApplicationInferenceProfile); the linter tries the union on an ARN that is joined only at deployment',
  },
  {
    finds: /^W3011 at Resources\/LlmopsGuardrailVersion/,
    reason:
      'a replaced version lives on until its consumers follow, and the last one goes with its guardrail: two policies on purpose',
  },
];

const programs = pythonPrograms(['cfn-lint==1.40.4']);
const folder = mkdtempSync(join(tmpdir(), 'strata-cfn-lint-'));
const used = new Set();
let open = 0;
try {
  for (const profile of PROFILES) {
    const findings = lint(templatesOf(profile)).map(spoken);
    const left = findings.filter((finding) => !isAccepted(finding));
    open += left.length;
    const count = findings.length - left.length;
    console.log(`ci: cfn-lint, ${profile}: ${left.length} open, ${count} accepted`);
    for (const finding of left) console.log(`  ${finding.where} ${finding.what}`);
  }
  const planted = join(folder, 'planted.template.json');
  const Resources = { Queue: { Type: 'AWS::SQS::Queue', Properties: { FifoQeue: true } } };
  writeFileSync(planted, JSON.stringify({ Resources }));
  const isFound = lint([planted]).some(({ Rule }) => Rule.Id === 'E3002');
  if (!isFound) console.log('a planted property that there is not must be found, and is not');
  const stale = ACCEPTED.filter((one) => !used.has(one));
  for (const { finds } of stale) console.log(`nothing needs the acceptance of ${String(finds)}`);
  process.exitCode = open === 0 && isFound && stale.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Copies of the profile's templates with references that the linter knows. */
function templatesOf(profile) {
  const out = join(folder, profile);
  const cdk = join(root, 'node_modules/aws-cdk/bin/cdk');
  const args = ['synth', '--quiet', '-c', `env=${profile}`, '-o', out];
  const { status, stderr } = spawnSync(process.execPath, [cdk, ...args], { cwd: root });
  if (status !== 0) throw new Error(`${profile} must synthesize: ${String(stderr)}`);
  const copies = join(folder, `${profile}-known`);
  mkdirSync(copies);
  return readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.template.json'))
    .map((file) => {
      const copy = join(copies, file.replaceAll('/', '-'));
      const template = JSON.parse(readFileSync(join(out, file), 'utf8'));
      writeFileSync(copy, JSON.stringify(known(template), null, 1));
      return copy;
    });
}

/** A weak reference to an output of another stack is newer than the linter: to it, it is an import. */
function known(node) {
  if (Array.isArray(node)) return node.map(known);
  if (typeof node !== 'object' || node === null) return node;
  const output = node['Fn::GetStackOutput'];
  if (output) return { 'Fn::ImportValue': `${output.StackName}-${output.OutputName}` };
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, known(value)]));
}

function lint(templates) {
  const args = ['-r', REGION, '-i', IGNORED, '--format', 'json', ...templates];
  const { stdout, stderr, status } = spawnSync(join(programs, 'cfn-lint'), args, {
    maxBuffer: 64_000_000,
  });
  // 1 is a fault of the program itself; bits 2, 4 and 8 say what was found.
  if (status === null || status === 1) throw new Error(String(stderr));
  return JSON.parse(String(stdout) || '[]');
}

function spoken({ Filename, Location, Rule, Message }) {
  const path = (Location.Path ?? []).join('/');
  return { where: Filename.split('/').at(-1), what: `${Rule.Id} at ${path}: ${Message}` };
}

function isAccepted({ what }) {
  const found = ACCEPTED.find(({ finds }) => finds.test(what));
  if (found !== undefined) used.add(found);
  return found !== undefined;
}
