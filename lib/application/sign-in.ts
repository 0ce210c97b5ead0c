import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import {
  AccountRecovery,
  FeaturePlan,
  Mfa,
  OAuthScope,
  StandardThreatProtectionMode,
  UserPool,
} from 'aws-cdk-lib/aws-cognito';
import type { UserPoolClient, UserPoolDomain } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { acknowledge } from '../shared/acknowledge.ts';
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
      ...(profile.signIn.threatProtection
        ? {
            featurePlan: FeaturePlan.PLUS,
            standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
          }
        : { featurePlan: FeaturePlan.ESSENTIALS }),
      deletionProtection: profile.onDelete === 'retain-stateful',
      removalPolicy: RemovalPolicy.RETAIN,
    });
    if (!profile.signIn.threatProtection) {
      acknowledge(
        this.pool,
        'AwsSolutions-COG8',
        'signIn.threatProtection is off in this profile: the plus plan has no free users and this environment holds no documents of clients. A second factor is required of everybody, and nobody can sign up alone.',
      );
    }
    this.domain = this.pool.addDomain('Domain', {
      // Unique in the region, over all accounts.
      cognitoDomain: { domainPrefix: `strata-${profile.env}-${Stack.of(this).account}` },
    });
  }

  /** The console as a client: authorization code with PKCE, no secret in the browser. */
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
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(1),
    });
  }
}
