import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { acknowledgePatterns } from '../shared/acknowledge.ts';
import { strataStackOf } from '../shared/strata-stack.ts';

/** Lets the reading task use Textract for pages without text. */
export class TextRecognition extends ManagedPolicy {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      description: 'Recognises the text of scanned pages',
      statements: [
        new PolicyStatement({
          actions: [
            'textract:DetectDocumentText',
            'textract:StartDocumentTextDetection',
            'textract:GetDocumentTextDetection',
          ],
          resources: ['*'],
        }),
      ],
    });
    acknowledgePatterns(
      this,
      ['*'],
      'Textract defines no resource type for text detection; what may be read is bounded by the rights on the document bucket, which Textract uses on behalf of the caller.',
    );
    strataStackOf(this).foundation.grants.offer('text', (fn) => fn.role.addManagedPolicy(this));
  }
}
