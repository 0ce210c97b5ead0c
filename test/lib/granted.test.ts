import { BuiltSteps } from '../../lib/shared/built-steps.ts';
import { type Right, rightsOf } from './granted-rights.ts';
import { synthesize } from './synthesize.ts';

const steps = new BuiltSteps('dist');

/** Every function logs, traces, uses the profile's key and attaches to its network. */
const BASICS =
  /^(logs:(CreateLogStream|PutLogEvents)|xray:|kms:(GenerateDataKey|Decrypt|DescribeKey)|ec2:)/;
/** Listing tells an absent object from a forbidden one, and names versions: it comes with the rest. */
const WITH_READING = /^s3:ListBucket(Versions)?$/;

/** What a right is for, written down apart from the constructs that give it. */
const MEANINGS: readonly (readonly [RegExp, RegExp, (right: Right) => readonly string[]])[] = [
  [/^s3:GetObject$/, /\/incoming\/\*/, () => ['dropped']],
  [/^s3:DeleteObjectVersion$/, /incoming/, () => ['dropped']],
  [/^s3:PutObject$/, /incoming/, () => ['uploadLinks']],
  [/^s3:GetObject$/, /prompts\//, () => ['prompts']],
  [/^s3:GetObject$/, /DocumentStore/, (right) => blobs('documents.read', right)],
  [/^s3:DeleteObjectVersion$/, /DocumentStore/, () => ['documents.remove']],
  [/^s3:PutObject$/, /DocumentStore/, (right) => blobs('documents.write', right)],
  [/^s3:GetObject$/, /ArtefactStore/, (right) => folders('artefacts.read', right)],
  [/^s3:PutObject$/, /ArtefactStore/, (right) => folders('artefacts.write', right)],
  [/^dynamodb:(GetItem|Query)$/, /Records/, (right) => records('records.read', right)],
  [/^dynamodb:PutItem$/, /Records/, (right) => records('records.write', right)],
  [/^dynamodb:UpdateItem$/, /Records/, (right) => records('records.count', right)],
  [/^dynamodb:DeleteItem$/, /Records/, (right) => records('records.remove', right)],
  [/^dynamodb:/, /StreamArn|stream/, () => []],
  [/^bedrock:InvokeModel$/, /titan-embed/, () => ['embedder']],
  [/^bedrock:InvokeModel/, /./, () => ['languageModel:answer', 'languageModel:document']],
  [/^bedrock:ApplyGuardrail$/, /Guardrail/, () => ['guardrail']],
  [/^bedrock:\w+ModelInvocationLogging/, /./, () => ['invocationLogging']],
  [/^iam:PassRole$/, /InvocationLogging/, () => ['invocationLogging']],
  [/^iam:PassRole$/, /./, () => ['endpoint']],
  [
    /^aoss:APIAccessAll$/,
    /Collection/,
    () => ['vectors.search', 'vectors.write', 'vectors.remove'],
  ],
  [/^sagemaker:GetRecord$/, /feature-group/, () => ['features.read']],
  [/^sagemaker:PutRecord$/, /feature-group/, () => ['features.write']],
  [/^sagemaker:DeleteRecord$/, /feature-group/, () => ['features.remove']],
  [/^sagemaker:InvokeEndpoint$/, /Endpoint/, () => ['classifier']],
  [/^sagemaker:DescribeModelPackage$/, /model-package/, () => ['packages']],
  [/^cloudtrail:LookupEvents$/, /\*/, () => ['packages']],
  [/^sagemaker:(Create|Update|Describe|AddTags)/, /./, () => ['endpoint']],
  [/^kms:CreateGrant$/, /Key/, () => ['endpoint']],
  [/^textract:/, /\*/, () => ['text']],
  [/^states:(StartExecution|DescribeExecution)$/, /./, () => ['flows.follow:document-flow']],
  [/^sqs:SendMessage$/, /DocumentQueue/, () => ['flows.start:document-flow']],
  [/^sqs:(ReceiveMessage|ChangeMessageVisibility|DeleteMessage)$/, /DocumentQueue/, () => []],
  [/^states:StartSyncExecution$/, /./, () => ['flows.await:answer-flow']],
  [/^(sqs:(SendMessage|GetQueue(Attributes|Url))|lambda:InvokeFunction)$/, /./, () => []],
];
/** Capabilities that need a right of their own in every profile that has the function. */
const NEEDS_RIGHT =
  /^(documents|artefacts\.(read|write)|records|text|embedder|vectors|languageModel|guardrail|prompts|features|flows\.(start|follow|await)|dropped|uploadLinks|packages|invocationLogging)/;

const everywhere = (['student', 'dev', 'staging', 'prod'] as const).flatMap((profile) =>
  rightsOf(synthesize(profile)).map((one) => [`${one.stem} in ${profile}`, one] as const),
);

test('functions of every profile are looked at', () => {
  expect(everywhere.length).toBeGreaterThan(4 * 30);
});

test.each(everywhere)('%s is granted what it declares and nothing else', (_, { stem, rights }) => {
  const granted: readonly string[] = steps.named(stem).granted;
  const own = rights.filter(({ action }) => !BASICS.test(action) && !WITH_READING.test(action));
  const needless = own.filter((right) => {
    const meanings = meaningsOf(right);
    return meanings.length > 0 && !meanings.every((one) => isGranted(granted, one, right));
  });
  expect(needless).toEqual([]);
  const given = new Set(own.flatMap(meaningsOf));
  const missing = granted.filter((one) => NEEDS_RIGHT.test(one) && !given.has(one));
  expect(missing).toEqual([]);
});

/** @throws where a right is none that the table knows */
function meaningsOf(right: Right): readonly string[] {
  const found = MEANINGS.find(
    ([action, resource]) => action.test(right.action) && resource.test(right.resource),
  );
  if (!found) throw new Error(`${right.action} on ${right.resource} must have a meaning`);
  return found[2](right);
}

/** Where one right serves several capabilities, one of them is enough. */
function isGranted(granted: readonly string[], one: string, right: Right): boolean {
  const alike = right.kinds.length > 0 || right.action.startsWith('s3:');
  return alike ? granted.includes(one) : meaningsOf(right).some((any) => granted.includes(any));
}

function blobs(action: 'documents.read' | 'documents.write', { resource }: Right) {
  const [, blob = ''] = /\/\*\/\*\/([a-z-]+)"/.exec(resource) ?? [];
  return [`${action}:${blob}`];
}

function folders(action: 'artefacts.read' | 'artefacts.write', { resource }: Right) {
  const [, folder = ''] = /\/([a-z-]+)\/\*"/.exec(resource) ?? [];
  return [`${action}:${folder}`];
}

function records(action: string, { kinds }: Right) {
  return kinds.map((kind) => `${action}:${kind}`);
}
