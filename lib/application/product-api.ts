import { Duration } from 'aws-cdk-lib/core';
import {
  AccessLogFormat,
  AuthorizationType,
  CognitoUserPoolsAuthorizer,
  EndpointType,
  LambdaIntegration,
  LogGroupLogDestination,
  MethodLoggingLevel,
  ResponseTransferMode,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import type { IResource, RequestValidator, Resource } from 'aws-cdk-lib/aws-apigateway';
import { Construct } from 'constructs';
import { acknowledge } from '../shared/acknowledge.ts';
import { strataLogGroup } from '../shared/log-group.ts';
import type { StrataFunction } from '../shared/strata-function.ts';
import { strataStackOf } from '../shared/strata-stack.ts';
import type { SignIn } from './sign-in.ts';

/** API Gateway's own limit of a streamed reply is 15 minutes; an answer takes seconds. */
const STREAM_TIMEOUT = Duration.minutes(2);

export interface ProductApiProps {
  readonly signIn: SignIn;
  /** Functions that declare routes below `/api`. */
  readonly areas: readonly StrataFunction[];
}

/** The product's REST API: every method wants a signed-in person. */
export class ProductApi extends Construct {
  readonly api: RestApi;
  readonly #authorizer: CognitoUserPoolsAuthorizer;
  readonly #validator: RequestValidator;

  constructor(scope: Construct, id: string, props: ProductApiProps) {
    super(scope, id);
    const { profile } = strataStackOf(this);
    this.api = new RestApi(this, 'Api', {
      description: 'Strata: documents, answers, comparison',
      endpointTypes: [EndpointType.REGIONAL],
      cloudWatchRole: false,
      // Documents come in every type; one that is not listed would arrive as mangled text.
      binaryMediaTypes: ['*/*'],
      deployOptions: {
        stageName: 'v1',
        tracingEnabled: true,
        metricsEnabled: true,
        loggingLevel: MethodLoggingLevel.ERROR,
        // Bodies are documents and questions: never in logs.
        dataTraceEnabled: false,
        throttlingRateLimit: profile.quotas.requestsPerSecond,
        throttlingBurstLimit: profile.quotas.burst,
        accessLogDestination: new LogGroupLogDestination(strataLogGroup(this, 'AccessLogs')),
        accessLogFormat: AccessLogFormat.jsonWithStandardFields(),
      },
    });
    this.#authorizer = new CognitoUserPoolsAuthorizer(this, 'SignedIn', {
      cognitoUserPools: [props.signIn.pool],
    });
    this.#validator = this.api.addRequestValidator('Validated', {
      validateRequestBody: true,
      validateRequestParameters: true,
    });
    if (!profile.network.webAcl) {
      acknowledge(
        this.api.deploymentStage,
        'AwsSolutions-APIG3',
        'network.webAcl is off in this profile, whose idle cost must stay near nothing: every method wants a signed-in person with a second factor, and the stage and each tenant have request quotas.',
      );
    }
    this.route(props.areas);
  }

  private route(areas: readonly StrataFunction[]): void {
    const root = this.api.root.addResource('api');
    for (const fn of areas) {
      const { routes = [] } = fn.declared;
      // One kind of handler serves all of a function's routes.
      const streamed = routes.some(({ streams }) => streams === true);
      for (const { path, methods } of routes) {
        this.serve(resourceAt(root, path), methods, fn, streamed);
      }
    }
  }

  private serve(
    resource: IResource,
    methods: readonly string[],
    fn: StrataFunction,
    streamed = false,
  ): void {
    const integration = new LambdaIntegration(fn.function, {
      allowTestInvoke: false,
      ...(streamed
        ? { responseTransferMode: ResponseTransferMode.STREAM, timeout: STREAM_TIMEOUT }
        : {}),
    });
    for (const method of methods) {
      resource.addMethod(method, integration, {
        authorizationType: AuthorizationType.COGNITO,
        authorizer: this.#authorizer,
        requestValidator: this.#validator,
      });
    }
  }
}

function resourceAt(root: Resource, path: string): IResource {
  return path
    .split('/')
    .reduce<IResource>((at, part) => at.getResource(part) ?? at.addResource(part), root);
}
