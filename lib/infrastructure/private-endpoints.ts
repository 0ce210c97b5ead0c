import {
  FlowLogDestination,
  GatewayVpcEndpointAwsService,
  InterfaceVpcEndpointAwsService,
  Peer,
  Port,
  SecurityGroup,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import type { PrivateNetwork } from '../shared/foundation.ts';
import { strataLogGroup } from '../shared/log-group.ts';

/** Services that functions call; each costs an hour price in each zone. */
const SERVICES: Readonly<Record<string, InterfaceVpcEndpointAwsService>> = {
  BedrockRuntime: InterfaceVpcEndpointAwsService.BEDROCK_RUNTIME,
  Bedrock: InterfaceVpcEndpointAwsService.BEDROCK,
  Textract: InterfaceVpcEndpointAwsService.TEXTRACT,
  SageMaker: InterfaceVpcEndpointAwsService.SAGEMAKER_API,
  SageMakerRuntime: InterfaceVpcEndpointAwsService.SAGEMAKER_RUNTIME,
  FeatureStore: InterfaceVpcEndpointAwsService.SAGEMAKER_FEATURESTORE_RUNTIME,
  StepFunctions: InterfaceVpcEndpointAwsService.STEP_FUNCTIONS,
  ExpressFlows: InterfaceVpcEndpointAwsService.STEP_FUNCTIONS_SYNC,
  Queues: InterfaceVpcEndpointAwsService.SQS,
  CloudTrail: InterfaceVpcEndpointAwsService.CLOUDTRAIL,
  Kms: InterfaceVpcEndpointAwsService.KMS,
};

/** A network without any way to the internet: two zones, isolated subnets, private endpoints. */
export class PrivateEndpoints extends Construct {
  readonly network: PrivateNetwork;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const vpc = new Vpc(this, 'Vpc', {
      maxAzs: 2,
      natGateways: 0,
      restrictDefaultSecurityGroup: false,
      subnetConfiguration: [
        { name: 'functions', subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: 22 },
      ],
    });
    vpc.addFlowLog('FlowLog', {
      destination: FlowLogDestination.toCloudWatchLogs(strataLogGroup(this, 'FlowLogs')),
    });
    vpc.addGatewayEndpoint('S3', { service: GatewayVpcEndpointAwsService.S3 });
    vpc.addGatewayEndpoint('DynamoDb', { service: GatewayVpcEndpointAwsService.DYNAMODB });
    const functions = new SecurityGroup(this, 'Functions', {
      vpc,
      description: 'Functions: TLS out only',
      allowAllOutbound: false,
    });
    functions.addEgressRule(Peer.anyIpv4(), Port.tcp(443), 'AWS endpoints by TLS');
    const endpoints = new SecurityGroup(this, 'Endpoints', {
      vpc,
      description: 'Private endpoints: TLS from functions only',
      allowAllOutbound: false,
    });
    endpoints.addIngressRule(functions, Port.tcp(443), 'Functions by TLS');
    for (const [name, service] of Object.entries(SERVICES)) {
      vpc.addInterfaceEndpoint(name, { service, securityGroups: [endpoints], open: false });
    }
    const vectors = vpc.addInterfaceEndpoint('Vectors', {
      // What reaches NextGen collections; an OpenSearch Serverless endpoint reaches Classic only.
      service: new InterfaceVpcEndpointAwsService('aoss-data'),
      securityGroups: [endpoints],
      open: false,
    });
    this.network = {
      vpc,
      functions,
      vectorsEndpointId: vectors.vpcEndpointId,
    };
  }
}
