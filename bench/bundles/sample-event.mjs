/** The smallest event that a function takes: valid by the schema of its input. */
export function sampleEvent({ kind, input, routes, of, properties }, url) {
  if (kind === 'step') return sampleOf(input);
  if (kind === 'consumer') return { Records: [changedRecord(of?.[0] ?? 'document')] };
  if (kind === 'area') return request(routes[0]);
  if (kind === 'schedule') return { time: '2026-01-01T00:00:00Z' };
  return {
    RequestType: 'Create',
    ResponseURL: url,
    StackId: 'one',
    RequestId: 'one',
    LogicalResourceId: 'one',
    ResourceProperties: sampleOf(properties),
  };
}

function sampleOf(schema) {
  const [first] = schema.anyOf ?? schema.oneOf ?? [];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (first) return sampleOf(first);
  if (schema.type === 'object') {
    const needed = (schema.required ?? []).filter((name) => schema.properties?.[name]);
    return Object.fromEntries(needed.map((name) => [name, sampleOf(schema.properties[name])]));
  }
  if (schema.type === 'array') {
    const items = schema.prefixItems ?? Array(schema.minItems ?? 0).fill(schema.items);
    return items.map(sampleOf);
  }
  if (schema.type === 'string') return stringOf(schema);
  if (schema.type === 'number' || schema.type === 'integer') return schema.minimum ?? 1;
  return schema.type === 'boolean' ? false : null;
}

function stringOf({ format, pattern }) {
  if (format === 'date-time') return '2026-01-01T00:00:00.000Z';
  if (pattern?.startsWith('^data-sets')) return 'data-sets/one';
  return '1';
}

function changedRecord(kind) {
  return {
    eventID: '1',
    dynamodb: {
      ApproximateCreationDateTime: 1_767_225_600,
      Keys: { pk: { S: `tenant#${kind}` }, sk: { S: 'one' } },
      NewImage: { value: { M: {} } },
    },
  };
}

function request({ path, methods }) {
  const [method] = methods;
  const filled = `/api/${path}`.replaceAll(/\{[^}]+\}|:\w+/g, 'one');
  const claims = { sub: 'person', 'custom:tenant': 'tenant', 'cognito:groups': 'tenant' };
  return {
    resource: filled,
    path: filled,
    httpMethod: method,
    headers: { host: 'api.example', 'content-type': 'application/json' },
    multiValueHeaders: {},
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    pathParameters: null,
    stageVariables: null,
    body: method === 'GET' ? null : JSON.stringify({ question: 'What is the total?' }),
    isBase64Encoded: false,
    requestContext: {
      authorizer: { claims },
      httpMethod: method,
      path: filled,
      requestId: 'one',
      stage: 'api',
      identity: {},
    },
  };
}
