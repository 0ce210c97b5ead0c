import { CfnOutput, Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { type Capability, partsOf } from '../../lambda/capabilities.ts';
import type { DataStack } from '../data/data-stack.ts';
import type { OrchestrationStack } from '../orchestration/orchestration-stack.ts';
import { smokingRoles } from '../shared/delivery-roles.ts';
import type { Foundation } from '../shared/foundation.ts';
import { PublishedFiles } from '../shared/published-files.ts';
import { pascal } from '../shared/pascal.ts';
import { StrataFunction } from '../shared/strata-function.ts';
import { StrataStack } from '../shared/strata-stack.ts';
import type { StrataStackProps } from '../shared/strata-stack.ts';
import { ApiWebAcl } from './api-web-acl.ts';
import { ConsoleSite } from './console-site.ts';
import { ProductApi } from './product-api.ts';
import { ProductDashboard } from './product-dashboard.ts';
import { SignIn } from './sign-in.ts';
import { SmokeRole } from './smoke-role.ts';

export interface ApplicationStackProps extends StrataStackProps {
  readonly data: DataStack;
  readonly orchestration: OrchestrationStack;
}

/** What people see: the API, the console, the dashboard. */
export class ApplicationStack extends StrataStack {
  readonly foundation: Foundation;

  constructor(scope: Construct, props: ApplicationStackProps) {
    super(scope, 'application', props);
    this.foundation = props.data.foundation;
    const signIn = new SignIn(this, 'SignIn');
    const { api } = new ProductApi(this, 'ProductApi', { signIn, areas: this.makeAreas() });
    const site = new ConsoleSite(this, 'ConsoleSite', {
      api,
      uploadsTo: props.data.documents.address,
    });
    if (props.configuration.profile.network.webAcl) new ApiWebAcl(this, 'ApiWebAcl', { api });
    const client = signIn.addConsole(site.url);
    new PublishedFiles(this, 'ConsoleFiles', {
      folder: this.assets.console(),
      bucket: site.bucket,
      texts: {
        'config.json': this.toJsonString({
          region: this.region,
          clientId: client.userPoolClientId,
          domain: signIn.domain.baseUrl(),
          redirectUri: `${site.url}/`,
        }),
      },
    });
    const { documentFlow, answerFlow } = props.orchestration;
    new ProductDashboard(this, 'ProductDashboard', {
      api,
      flows: {
        'Document flow': documentFlow.flow.arn,
        ...(answerFlow ? { 'Answer flow': answerFlow.flow.arn } : {}),
      },
      answers: answerFlow !== undefined,
    });
    const failures = api.metricServerError({ statistic: 'Sum', period: Duration.minutes(5) });
    this.alarmAbove(this, 'ApiErrorsAlarm', failures, 5, 'The API failed more than 5 times');
    const callers = smokingRoles(props.configuration);
    if (callers.length > 0) {
      new SmokeRole(this, 'SmokeRole', { data: props.data, users: signIn.pool, callers });
    }
    new CfnOutput(this, 'ConsoleUrl', { value: site.url });
    new CfnOutput(this, 'ApiUrl', { value: `${site.url}/api` });
    new CfnOutput(this, 'UserPoolId', { value: signIn.pool.userPoolId });
  }

  /** Every area that is declared; without the LLM side nothing answers questions. */
  private makeAreas(): readonly StrataFunction[] {
    const { llmops } = this.profile.sides;
    return this.assets.steps.all
      .filter(({ kind, granted }) => kind === 'area' && (llmops || !asksModels(granted)))
      .map(({ name }) => new StrataFunction(this, pascal(name), { name }));
  }
}

function asksModels(granted: readonly Capability[]): boolean {
  return granted.some((capability) => partsOf(capability).action === 'languageModel');
}
