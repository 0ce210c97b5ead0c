import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { acknowledgePatterns } from '../shared/acknowledge.ts';

/** The one statement about traces that all functions and state machines share. */
export class TracingPolicy extends ManagedPolicy {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      description: 'Sends trace segments to X-Ray',
      statements: [
        new PolicyStatement({
          actions: [
            'xray:PutTraceSegments',
            'xray:PutTelemetryRecords',
            'xray:GetSamplingRules',
            'xray:GetSamplingTargets',
          ],
          resources: ['*'],
        }),
      ],
    });
    acknowledgePatterns(
      this,
      ['*'],
      'X-Ray defines no resource type for these four actions (Service Authorization Reference, AWS X-Ray): they can only be granted on all resources. They write trace segments and read sampling rules, no data.',
    );
  }
}
