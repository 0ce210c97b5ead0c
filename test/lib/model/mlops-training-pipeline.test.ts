import { existsSync, readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { isRecord, resourcesOf } from '../../../lib/shared/checks/checked.ts';
import { synthesize } from '../synthesize.ts';

const SCHEMA = '../shared/schemas/sagemaker-pipeline.schema.json';
/** SageMaker's execution variables that a definition may read. */
const EXECUTION_VARIABLES = ['PipelineExecutionArn'];
const definition = definitionOf();

test('the steps run from data set to registry', () => {
  expect(namesOf(definition.Steps)).toEqual([
    'mlops-build-data-set',
    'mlops-featurise-data-set',
    'train-candidate',
    'train-model',
    'mlops-evaluate-model',
    'gate-passed',
  ]);
});

test('every value that a step takes comes from a parameter or an earlier step', () => {
  const names = namesOf(definition.Steps);
  const references = [...JSON.stringify(definition).matchAll(/"Get":"(\w+)\.([\w-]+)/g)];
  const parameters = namesOf(definition.Parameters);
  const known: Record<string, readonly string[]> = {
    Parameters: parameters,
    Execution: EXECUTION_VARIABLES,
    Steps: names,
  };
  const unknown = references.filter(([, kind = '', name = '']) => !known[kind]?.includes(name));
  expect(unknown).toEqual([]);
});

test('no placeholder is left in the definition', () => {
  expect(JSON.stringify(definition)).not.toMatch(/\$\{[a-z]/);
});

test('a package waits for people', () => {
  expect(JSON.stringify(definition)).toContain('"ModelApprovalStatus":"PendingManualApproval"');
});

if (existsSync(SCHEMA)) {
  test('the definition follows the schema of SageMaker pipelines', () => {
    const schema: unknown = JSON.parse(readFileSync(SCHEMA, 'utf8'));
    if (!isRecord(schema)) throw new Error('the schema must be an object');
    const { $schema: _, $id: __, ...rules } = schema;
    const validate = new Ajv({ strict: false, allErrors: true }).compile(rules);
    // Members of CreateModelPackage's request that this schema does not know yet.
    const text = JSON.stringify(definition)
      .replace(/"ModelApprovalStatus":"\w+",/, '')
      .replace(/"MetadataProperties":\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\},?/, '');
    expect([validate(JSON.parse(text)), validate.errors]).toEqual([true, null]);
  });
}

function definitionOf(): Record<string, unknown> {
  const pipeline = resourcesOf(synthesize('student')).find(
    ({ Type }) => Type === 'AWS::SageMaker::Pipeline',
  );
  const body = pipeline?.Properties?.PipelineDefinition;
  const text = isRecord(body) ? joined(body.PipelineDefinitionBody) : '';
  const parsed: unknown = JSON.parse(text);
  if (!isRecord(parsed)) throw new Error('the definition must be an object');
  return parsed;
}

/** The text of an `Fn::Join`, with stand-ins for what AWS fills in. */
function joined(value: unknown): string {
  if (typeof value === 'string') return value;
  if (!isRecord(value) || !Array.isArray(value['Fn::Join'])) return 'stand-in';
  const parts: unknown = value['Fn::Join'][1];
  return Array.isArray(parts) ? parts.map(joined).join('') : '';
}

function namesOf(list: unknown): readonly string[] {
  return Array.isArray(list)
    ? list.flatMap((one) => (isRecord(one) ? [String(one.Name)] : []))
    : [];
}
