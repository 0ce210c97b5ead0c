import { Duration } from 'aws-cdk-lib/core';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { DataStack } from '../data/data-stack.ts';
import { StrataFunction } from '../shared/strata-function.ts';
import { strataStackOf } from '../shared/strata-stack.ts';

export interface DocumentIntakeProps {
  readonly data: DataStack;
}

/** What is dropped into `incoming/<tenant>/` of the document bucket goes through the document flow. */
export class DocumentIntake extends Construct {
  constructor(scope: Construct, id: string, props: DocumentIntakeProps) {
    super(scope, id);
    const { bucket } = props.data.documents;
    const receive = new StrataFunction(this, 'ReceiveDocument', {
      name: 'receive-document',
    });
    new Rule(this, 'Dropped', {
      description: 'A document was dropped into incoming/',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: {
          bucket: { name: [bucket.bucketName] },
          object: { key: [{ prefix: 'incoming/' }] },
        },
      },
      targets: [
        new LambdaFunction(receive.function, {
          deadLetterQueue: strataStackOf(this).deadLetters,
          retryAttempts: 10,
          maxEventAge: Duration.hours(6),
        }),
      ],
    });
  }
}
