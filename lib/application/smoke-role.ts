import { Stack } from 'aws-cdk-lib/core';
import {
  AccountPrincipal,
  CompositePrincipal,
  PolicyStatement,
  PrincipalWithConditions,
  Role,
} from 'aws-cdk-lib/aws-iam';
import type { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { DataStack } from '../data/data-stack.ts';
import { acknowledgePatterns } from '../shared/acknowledge.ts';
import { type DeliveringRole, SMOKE_TENANT, smokeRoleName } from '../shared/delivery-roles.ts';
import { strataStackOf } from '../shared/strata-stack.ts';

export interface SmokeRoleProps {
  readonly data: DataStack;
  readonly users: UserPool;
  /** Who may assume it; at least one. */
  readonly callers: readonly DeliveringRole[];
}

/**
 * What `strata smoke --watch` needs, for whoever delivers: people of the pool, the records and blobs
 * of one tenant, outputs of two stacks, the state of alarms. It reads no other tenant's document.
 */
export class SmokeRole extends Construct {
  readonly role: Role;

  constructor(scope: Construct, id: string, props: SmokeRoleProps) {
    super(scope, id);
    const { env } = strataStackOf(this).profile;
    this.role = new Role(this, 'Role', {
      roleName: smokeRoleName(env),
      description: 'Proves that a deployment works: strata smoke',
      assumedBy: new CompositePrincipal(...props.callers.map((caller) => this.principal(caller))),
    });
    this.role.addManagedPolicy(props.data.documents.removal(`${SMOKE_TENANT}/`));
    const stacks = ['data', 'application'].map((layer) =>
      Stack.of(this).formatArn({
        service: 'cloudformation',
        resource: 'stack',
        resourceName: `strata-${env}-${layer}/*`,
      }),
    );
    this.allow(PEOPLE, [props.users.userPoolArn]);
    this.allow(['dynamodb:Query', 'dynamodb:DeleteItem'], [props.data.records.table.tableArn], {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${SMOKE_TENANT}#*`] },
    });
    this.allow(['cloudformation:DescribeStacks'], stacks);
    this.allow(['cloudwatch:DescribeAlarms'], ['*']);
    const { key } = props.data.foundation;
    if (key) this.allow(['kms:Decrypt'], [key.keyArn]);
    acknowledgePatterns(
      this.role,
      [...stacks, '*'],
      'Stacks: CloudFormation puts an id behind the name. cloudwatch:DescribeAlarms reads states only and is asked for by a prefix of names, which IAM cannot express.',
    );
  }

  /** An account with the role’s name as a condition: the role need not exist when this one is made. */
  private principal({ account, name }: DeliveringRole): PrincipalWithConditions {
    const { account: own, partition } = Stack.of(this);
    const id = account ?? own;
    return new PrincipalWithConditions(new AccountPrincipal(id), {
      ArnEquals: { 'aws:PrincipalArn': `arn:${partition}:iam::${id}:role/${name}` },
    });
  }

  private allow(actions: string[], resources: string[], conditions?: Record<string, object>): void {
    this.role.addToPrincipalPolicy(
      new PolicyStatement({ actions, resources, ...(conditions ? { conditions } : {}) }),
    );
  }
}

/** Of `lambda/adapters/operator/product-users.ts`. */
const PEOPLE = [
  'cognito-idp:AdminAddUserToGroup',
  'cognito-idp:AdminCreateUser',
  'cognito-idp:AdminDeleteUser',
  'cognito-idp:AdminInitiateAuth',
  'cognito-idp:AdminRespondToAuthChallenge',
  'cognito-idp:AdminSetUserPassword',
  'cognito-idp:CreateUserPoolClient',
  'cognito-idp:DeleteUserPoolClient',
];
