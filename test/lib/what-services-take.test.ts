import { profileNames } from '../../config/load-profile.ts';
import { resourcesOf } from '../../lib/shared/checks/checked.ts';
import { synthesize } from './synthesize.ts';

/** What a service refuses at deployment, and no template check sees: one fact each. */
describe.each(profileNames)('%s', (name) => {
  const synthesized = synthesize(name);
  const resources = resourcesOf(synthesized);
  const ofType = (type: string) => resources.filter(({ Type }) => Type === type);
  const statements = (type: string, policy: string): readonly Statement[] =>
    ofType(type).flatMap(({ Properties }) => {
      const document: { readonly Statement?: readonly Statement[] } = Object(Properties?.[policy]);
      return document.Statement ?? [];
    });

  test('NextGen groups and collections keep standby replicas', () => {
    const vectors = [
      ...ofType('AWS::OpenSearchServerless::CollectionGroup'),
      ...ofType('AWS::OpenSearchServerless::Collection'),
    ];
    expect(vectors.map(({ Properties }) => Properties?.['StandbyReplicas'])).toEqual([
      'ENABLED',
      'ENABLED',
    ]);
  });

  test('a field of a NextGen index names no method and no engine', () => {
    const [index] = ofType('AWS::OpenSearchServerless::Index');
    expect(index?.Properties?.['Mappings']).toMatchObject({
      Properties: {
        vector: { Type: 'knn_vector', Dimension: expect.any(Number), SpaceType: 'innerproduct' },
      },
    });
    expect(JSON.stringify(index?.Properties)).not.toMatch(/"(Method|Engine|Mode)"/);
  });

  test('no function reserves concurrency, which a new account cannot give', () => {
    const reserving = ofType('AWS::Lambda::Function').filter(
      ({ Properties }) => Properties?.['ReservedConcurrentExecutions'] !== undefined,
    );
    expect(reserving).toEqual([]);
  });

  test('no endpoint is of the kind that reaches Classic collections only', () => {
    expect(ofType('AWS::OpenSearchServerless::VpcEndpoint')).toEqual([]);
  });

  test('a document of any type arrives as the bytes that it is', () => {
    const [api] = ofType('AWS::ApiGateway::RestApi');
    expect(api?.Properties?.['BinaryMediaTypes']).toEqual(['*/*']);
  });

  test('rules may publish to the topic: their statement has no condition', () => {
    const admitting = statements('AWS::SNS::TopicPolicy', 'PolicyDocument').filter(admitsEvents);
    expect(admitting.map(({ Condition }) => Condition)).toEqual([undefined]);
  });

  test('rules may use the key: their statement names no source account', () => {
    const admitting = statements('AWS::KMS::Key', 'KeyPolicy').filter(admitsEvents);
    expect(admitting.filter(({ Condition }) => Condition !== undefined)).toEqual([]);
  });

  test('what is retained does not stay when its first creation fails', () => {
    expect(resources.filter(({ DeletionPolicy }) => DeletionPolicy === 'Retain')).toEqual([]);
  });

  test('a custom resource beside the endpoints that its function needs waits for them', () => {
    const { infrastructure } = synthesized.templates;
    const entries = Object.entries(infrastructure.Resources);
    const endpoints = entries.flatMap(([id, { Type }]) =>
      Type === 'AWS::EC2::VPCEndpoint' ? [id] : [],
    );
    const custom = entries.filter(([, { Type }]) => Type.startsWith('Custom::'));
    const early = custom.filter(([, { DependsOn }]) =>
      endpoints.some((endpoint) => !JSON.stringify(DependsOn ?? []).includes(`"${endpoint}"`)),
    );
    expect(early.map(([id]) => id)).toEqual([]);
  });
});

test('the network of prod reaches its collection by an interface endpoint of NextGen', () => {
  const { infrastructure, data } = synthesize('prod').templates;
  const names = Object.values(infrastructure.Resources)
    .filter(({ Type }) => Type === 'AWS::EC2::VPCEndpoint')
    .map(({ Properties }) => Properties?.['ServiceName']);
  expect(names).toContain('com.amazonaws.eu-west-1.aoss-data');
  const policy = Object.values(data.Resources).find(
    ({ Type, Properties }) =>
      Type === 'AWS::OpenSearchServerless::SecurityPolicy' && Properties?.['Type'] === 'network',
  );
  expect(JSON.stringify(policy)).toContain('SourceVPCEs');
});

interface Statement {
  readonly Principal?: { readonly Service?: string | readonly string[] };
  readonly Condition?: unknown;
}

function admitsEvents({ Principal }: Statement): boolean {
  return [Principal?.Service ?? []].flat().includes('events.amazonaws.com');
}
