import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import {
  AccountRecovery,
  ClientAttributes,
  FeaturePlan,
  Mfa,
  OAuthScope,
  StandardThreatProtectionMode,
  StringAttribute,
  UserPool,
} from 'aws-cdk-lib/aws-cognito';
import type { UserPoolClient, UserPoolDomain } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { ROLES, routesOf } from '../../lambda/access.ts';
import { pascal } from '../shared/pascal.ts';
import { strataStackOf } from '../shared/strata-stack.ts';

/** Who may use the product. The attribute `custom:tenant` decides whose documents a person sees. */
export class SignIn extends Construct {
  readonly pool: UserPool;
  readonly domain: UserPoolDomain;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { profile } = strataStackOf(this);
    this.pool = new UserPool(this, 'Users', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      // Set by an operator only: `addConsole` lets no client write it.
      customAttributes: { tenant: new StringAttribute({ minLen: 1, maxLen: 64, mutable: true }) },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 14,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      // Priced per user, nothing while idle: refuses leaked passwords and risky sign-ins.
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: profile.onDelete === 'retain-stateful',
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // `cognito:groups` of the token says which a person has; `lambda/access.ts` what each may do.
    for (const role of ROLES) {
      this.pool.addGroup(pascal(role), {
        groupName: role,
        description: `May use ${routesOf([role]).length} routes of the API: docs/access.md`,
      });
    }
    this.domain = this.pool.addDomain('Domain', {
      // Unique in the region, over all accounts.
      cognitoDomain: { domainPrefix: `strata-${profile.env}-${Stack.of(this).account}` },
    });
  }

  /**
   * The console as a client: authorization code with PKCE, no secret in the browser. What it may
   * write is listed, because a person who could write `custom:tenant` could read every tenant; what
   * it may read too, because a token holds only custom attributes that its client may read.
   */
  addConsole(url: string): UserPoolClient {
    return this.pool.addClient('Console', {
      generateSecret: false,
      authFlows: { userSrp: true },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL],
        callbackUrls: [`${url}/`],
        logoutUrls: [`${url}/`],
      },
      preventUserExistenceErrors: true,
      readAttributes: new ClientAttributes()
        .withStandardAttributes({ email: true, emailVerified: true })
        .withCustomAttributes('tenant'),
      writeAttributes: new ClientAttributes().withStandardAttributes({ email: true }),
      enableTokenRevocation: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(1),
    });
  }
}
