import { DefaultStackSynthesizer, Fn, Stack } from 'aws-cdk-lib/core';
import {
  OidcProviderNative,
  OpenIdConnectPrincipal,
  PolicyStatement,
  Role,
} from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Delivered, Delivery } from '../../config/delivery-schema.ts';
import { githubRoleName, smokeRoleName } from '../shared/delivery-roles.ts';

/** GitHub's documentation, "Configuring OpenID Connect in Amazon Web Services". */
const ISSUER = 'token.actions.githubusercontent.com';
const AUDIENCE = 'sts.amazonaws.com';
/** Roles of `cdk bootstrap` that a deployment from outside goes through. */
const BOOTSTRAP_ROLES = [
  DefaultStackSynthesizer.DEFAULT_DEPLOY_ROLE_ARN,
  DefaultStackSynthesizer.DEFAULT_FILE_ASSET_PUBLISHING_ROLE_ARN,
  DefaultStackSynthesizer.DEFAULT_LOOKUP_ROLE_ARN,
];

export interface GithubAccessStackProps {
  readonly github: NonNullable<Delivery['github']>;
  readonly env: Delivered;
  readonly region: string;
  /** Twelve digits. @default templates that fit any account */
  readonly account?: string;
}

/**
 * Lets GitHub's workflows deploy one environment without a stored key: jobs of that environment of
 * that repository, and no others, may assume a role that may assume the roles of the CDK bootstrap
 * and the environment's smoke role, and nothing else.
 */
export class GithubAccessStack extends Stack {
  constructor(scope: Construct, id: string, props: GithubAccessStackProps) {
    const { account, env, github, region } = props;
    super(scope, id, {
      stackName: githubRoleName(env),
      description: `Strata ${env}: lets workflows of ${github.repository} deploy`,
      env: { account, region },
    });
    const role = new Role(this, 'Role', {
      roleName: githubRoleName(env),
      description: `Workflows of ${github.repository} deploy to ${env}`,
      assumedBy: new OpenIdConnectPrincipal(this.provider(github.provider), {
        StringEquals: {
          [`${ISSUER}:aud`]: AUDIENCE,
          [`${ISSUER}:sub`]: `repo:${github.repository}:environment:${env}`,
        },
      }),
    });
    const bootstrap = BOOTSTRAP_ROLES.map((arn) =>
      Fn.sub(arn.replace('${Qualifier}', DefaultStackSynthesizer.DEFAULT_QUALIFIER)),
    );
    const smoke = this.ofAccount('role', smokeRoleName(env));
    role.addToPolicy(
      new PolicyStatement({ actions: ['sts:AssumeRole'], resources: [...bootstrap, smoke] }),
    );
  }

  private provider(owner: 'own' | 'leave') {
    if (owner === 'own') {
      const url = `https://${ISSUER}`;
      return new OidcProviderNative(this, 'Provider', { url, clientIds: [AUDIENCE] });
    }
    const arn = this.ofAccount('oidc-provider', ISSUER);
    return OidcProviderNative.fromOidcProviderArn(this, 'Provider', arn);
  }

  private ofAccount(resource: string, resourceName: string): string {
    return this.formatArn({ service: 'iam', region: '', resource, resourceName });
  }
}
