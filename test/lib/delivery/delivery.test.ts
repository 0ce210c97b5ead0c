import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib/core';
import type { Delivery } from '../../../config/delivery-schema.ts';
import { loadConfiguration, profileNames } from '../../../config/load-profile.ts';
import { addDelivery } from '../../../lib/delivery/add-delivery.ts';
import { type Resource, resourcesOf, type Template } from '../../../lib/shared/checks/checked.ts';
import { openFindings } from '../../../lib/shared/checks/nag-findings.ts';
import { standInAssets } from '../stand-in-assets.ts';
import { synthesize } from '../synthesize.ts';
import { synthesizeHere } from '../synthesize-here.ts';

const DELIVERY: Delivery = {
  pipeline: {
    connectionArn: 'arn:aws:codeconnections:eu-west-1:111122223333:connection/0a1b',
    repository: 'techcorp/strata',
    branch: 'main',
    account: '111122223333',
    region: 'eu-west-1',
    accounts: { dev: '222233334444', staging: '333344445555', prod: '444455556666' },
    watchMinutes: 10,
  },
  github: { repository: 'techcorp/strata', provider: 'own' },
};

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function templateOf(asked: string, env: string, delivery: Delivery): Template {
  const outdir = mkdtempSync(join(tmpdir(), 'strata-delivery-'));
  folders.push(outdir);
  const { context } = JSON.parse(readFileSync('cdk.json', 'utf8'));
  const app = new App({ outdir, context: { ...context, env }, analyticsReporting: false });
  const configurationOf = (name: string) => ({ ...loadConfiguration(name), delivery });
  addDelivery(app, { asked, assets: standInAssets, configurationOf });
  const [stack] = app.synth().stacks;
  return stack?.template;
}
const ofType = ({ Resources }: Template, type: string): readonly Resource[] =>
  Object.values(Resources).filter(({ Type }) => Type === type);

test.each(['pipeline', 'github'])('%s is off until config/delivery.ts says so', (asked) => {
  const { delivery } = loadConfiguration('dev');
  expect(() => templateOf(asked, 'dev', delivery)).toThrow(/config\/delivery\.ts/);
});

test('nobody may smoke until somebody delivers', () => {
  for (const name of profileNames) {
    const named = resourcesOf(synthesize(name)).filter(
      ({ Type, Properties }) => Type === 'AWS::IAM::Role' && Properties?.RoleName,
    );
    expect(named).toEqual([]);
  }
});

describe('the pipeline', () => {
  const template = templateOf('pipeline', 'dev', DELIVERY);
  const [pipeline] = ofType(template, 'AWS::CodePipeline::Pipeline');
  const stages: readonly Stage[] = JSON.parse(JSON.stringify(pipeline?.Properties?.Stages));
  interface Stage {
    readonly Name: string;
    readonly Actions: readonly {
      readonly Name: string;
      readonly RunOrder: number;
      readonly ActionTypeId: { readonly Provider: string };
    }[];
    readonly OnFailure?: object;
  }
  const actionsOf = (name: string) =>
    (stages.find(({ Name }) => Name === name)?.Actions ?? []).toSorted(
      (a, b) => a.RunOrder - b.RunOrder,
    );

  test('is of the second version, and takes commits through the connection', () => {
    expect(pipeline?.Properties).toMatchObject({ PipelineType: 'V2' });
    expect(actionsOf('Source')).toMatchObject([
      {
        ActionTypeId: { Provider: 'CodeStarSourceConnection' },
        Configuration: {
          ConnectionArn: DELIVERY.pipeline?.connectionArn,
          FullRepositoryId: 'techcorp/strata',
          BranchName: 'main',
        },
      },
    ]);
  });

  test('checks first, then dev, staging, a person, prod', () => {
    expect(stages.map(({ Name }) => Name)).toEqual([
      'Source',
      'Build',
      'UpdatePipeline',
      'Assets',
      'dev',
      'staging',
      'Approval',
      'prod',
    ]);
    expect(actionsOf('Approval')).toMatchObject([{ ActionTypeId: { Provider: 'Manual' } }]);
    const builds = ofType(template, 'AWS::CodeBuild::Project').map(({ Properties }) =>
      JSON.stringify(Properties?.Source),
    );
    expect(builds.filter((source) => source.includes('.ci/run'))).toHaveLength(1);
  });

  test.each(['dev', 'staging', 'prod'])('proves %s after its last layer', (env) => {
    const actions = actionsOf(env);
    const last = actions.at(-1);
    expect(last).toMatchObject({ Name: `Smoke-${env}`, ActionTypeId: { Provider: 'CodeBuild' } });
    expect(actions.filter(({ RunOrder }) => RunOrder === last?.RunOrder)).toHaveLength(1);
    const layers = actions.filter(({ Name }) => Name.endsWith('.Deploy'));
    expect(layers.map(({ Name }) => Name)).toEqual(
      ['infrastructure', 'data', 'model', 'governance', 'orchestration', 'application'].map(
        (layer) => `strata-${env}-${layer}.Deploy`,
      ),
    );
  });

  test('rolls back each environment, and nothing else', () => {
    const rolledBack = stages.filter(({ OnFailure }) => OnFailure !== undefined);
    expect(rolledBack.map(({ Name }) => Name)).toEqual(['dev', 'staging', 'prod']);
    for (const { OnFailure } of rolledBack) expect(OnFailure).toEqual({ Result: 'ROLLBACK' });
  });

  test('lets smoke assume the three smoke roles alone', () => {
    const [assume] = ofType(template, 'AWS::IAM::Policy').filter(({ Properties }) =>
      JSON.stringify(Properties?.Roles).includes('SmokeRole'),
    );
    const text = JSON.stringify(assume?.Properties);
    for (const [env, account] of Object.entries(DELIVERY.pipeline?.accounts ?? {})) {
      expect(text).toContain(`:iam::${account}:role/strata-${env}-smoke`);
    }
    expect(text.match(/:role\/strata-/g)).toHaveLength(3);
  });
});

describe('GitHub', () => {
  const template = templateOf('github', 'staging', DELIVERY);
  const [role] = ofType(template, 'AWS::IAM::Role');

  test('jobs of one environment of one repository may assume the role, and nobody else', () => {
    expect(role?.Properties).toMatchObject({
      RoleName: 'strata-staging-github',
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Action: 'sts:AssumeRoleWithWebIdentity',
            Condition: {
              StringEquals: {
                'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
                'token.actions.githubusercontent.com:sub':
                  'repo:techcorp/strata:environment:staging',
              },
            },
          },
        ],
      },
    });
  });

  test('it may assume the roles of the bootstrap and of smoke, and do nothing else', () => {
    const policies = ofType(template, 'AWS::IAM::Policy');
    expect(policies).toHaveLength(1);
    expect(role?.Properties?.ManagedPolicyArns).toBeUndefined();
    const document = JSON.parse(JSON.stringify(policies[0]?.Properties?.PolicyDocument));
    expect(document.Statement).toHaveLength(1);
    expect(document.Statement[0].Action).toBe('sts:AssumeRole');
    const resources: string[] = document.Statement[0].Resource.map((one: object) =>
      JSON.stringify(one).replaceAll(/\$\{AWS::\w+\}/g, '_'),
    );
    const names = resources.map((one) => /role\/([\w-]+)/.exec(one)?.[1]);
    expect(new Set(names)).toEqual(
      new Set([
        'cdk-hnb659fds-deploy-role-_-_',
        'cdk-hnb659fds-file-publishing-role-_-_',
        'cdk-hnb659fds-lookup-role-_-_',
        'strata-staging-smoke',
      ]),
    );
  });

  test('an account that has the provider already keeps it', () => {
    expect(ofType(template, 'AWS::IAM::OIDCProvider')).toHaveLength(1);
    const left = { repository: 'techcorp/strata', provider: 'leave' } as const;
    const other = templateOf('github', 'prod', { pipeline: null, github: left });
    expect(ofType(other, 'AWS::IAM::OIDCProvider')).toEqual([]);
  });

  test('an environment that people have of their own is not delivered', () => {
    expect(() => templateOf('github', 'student', DELIVERY)).toThrow(/dev, staging, prod/);
  });
});

describe('the smoke role of an environment', () => {
  const checked = synthesize('prod', (one) => ({ ...one, delivery: DELIVERY }));
  const roles = resourcesOf(checked).filter(
    ({ Properties }) => Properties?.RoleName === 'strata-prod-smoke',
  );

  test('admits the pipeline’s and GitHub’s roles by name, and nobody else', () => {
    expect(roles).toHaveLength(1);
    const trust = JSON.stringify(roles[0]?.Properties?.AssumeRolePolicyDocument);
    const { Statement } = JSON.parse(trust);
    expect(Statement).toHaveLength(2);
    for (const { Condition } of Statement) {
      expect(Object.keys(Condition)).toEqual(['ArnEquals']);
    }
    expect(trust).toContain(':iam::111122223333:role/strata-delivery-smoke');
    expect(trust).toContain(':role/strata-prod-github');
  });

  test('leaves no finding of the rule packs open', () => {
    const here = synthesizeHere('prod', (one) => ({ ...one, delivery: DELIVERY }));
    expect(openFindings(here)).toEqual([]);
  });

  test('reaches the records and blobs of its own tenant alone', () => {
    const policies = resourcesOf(checked).filter(({ Type, logicalId }) => {
      return Type.endsWith('Policy') && /SmokeRole|Removestratasmoke/.test(logicalId);
    });
    expect(policies).toHaveLength(2);
    const Statement = policies.flatMap(
      ({ Properties }) => JSON.parse(JSON.stringify(Properties?.PolicyDocument)).Statement,
    );
    const of = (action: string) =>
      Statement.find(({ Action }: { Action: string | string[] }) =>
        [Action].flat().includes(action),
      );
    expect(of('dynamodb:Query').Condition).toEqual({
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['strata-smoke#*'] },
    });
    expect(JSON.stringify(of('s3:DeleteObjectVersion').Resource)).toContain('/strata-smoke/*');
    expect(of('s3:ListBucketVersions').Condition).toEqual({
      StringEquals: { 's3:prefix': 'strata-smoke/' },
    });
    const actions: string[] = Statement.flatMap(
      ({ Action }: { Action: string | string[] }) => Action,
    );
    expect(actions.filter((one) => /GetObject|PutItem|Scan|\*/.test(one))).toEqual([]);
    expect(actions.filter((one) => one.startsWith('cognito-idp:')).toSorted(byText)).toEqual(
      cognitoCalls().toSorted(byText),
    );
  });
});

const byText = (one: string, other: string) => one.localeCompare(other);

/** What smoke asks of Cognito; codes are set up with a session rather than with rights. */
function cognitoCalls(): string[] {
  const source = readFileSync('lambda/adapters/operator/product-users.ts', 'utf8');
  const commands = new Set([...source.matchAll(/new (\w+)Command\(/g)].map(([, name]) => name));
  const others = ['AssociateSoftwareToken', 'VerifySoftwareToken'];
  return [...commands].flatMap((name) =>
    name === undefined || others.includes(name) ? [] : [`cognito-idp:${name}`],
  );
}
