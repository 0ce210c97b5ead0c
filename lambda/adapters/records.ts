import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { InvalidInputError } from '../errors.ts';
import type { RecordKey, Records } from '../store-ports.ts';
import { callAws, isConditionFailed } from './aws-errors.ts';
import { type ClientSettings, clientSettings } from './client-settings.ts';

/** DynamoDB refuses items over 400 kB; keys and attribute names take some of it. */
const MAX_VALUE_BYTES = 390_000;

/**
 * One item a record: `pk` is `<tenant>#<kind>`, `sk` the id, `value` the record, `salt` what its
 * commitment in the sealed log was made with, `expiresAt` the table's TTL. Reads are consistent. Needs dynamodb:GetItem, PutItem, UpdateItem, DeleteItem, Query.
 */
export function dynamoRecords(options: {
  readonly recordsTable: string;
  readonly client?: ClientSettings;
}): Records {
  const { recordsTable: table } = options;
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient(
      clientSettings(options.client ?? {}, { requestTimeoutMs: 5_000, attempts: 5 }),
    ),
    { marshallOptions: { removeUndefinedValues: true } },
  );
  const call = {
    service: 'DynamoDB',
    resource: table,
    remedy: 'let the construct that owns the table grant this function access',
  };
  return {
    async put(key, value, { ifAbsent = false } = {}) {
      requireSize(key, value);
      const command = new PutCommand({
        TableName: table,
        Item: { ...itemKey(key), value, salt: newSalt() },
        ...(ifAbsent ? { ConditionExpression: 'attribute_not_exists(pk)' } : {}),
      });
      return callAws(call, async () => {
        try {
          await client.send(command);
          return true;
        } catch (error) {
          if (ifAbsent && isConditionFailed(error)) return false;
          throw error;
        }
      });
    },

    async get(key) {
      const command = new GetCommand({ TableName: table, Key: itemKey(key), ConsistentRead: true });
      const { Item } = await callAws(call, () => client.send(command));
      return Item?.['value'] ?? null;
    },

    async list({ tenant, kind, limit, after }) {
      // One more than asked tells whether a next page exists: DynamoDB's own key would not.
      const command = new QueryCommand({
        TableName: table,
        KeyConditionExpression: after === undefined ? 'pk = :pk' : 'pk = :pk AND sk > :after',
        ExpressionAttributeValues: {
          ':pk': partition(tenant, kind),
          ...(after === undefined ? {} : { ':after': after }),
        },
        Limit: limit + 1,
        ConsistentRead: true,
      });
      const found = await callAws(call, () => client.send(command));
      const items = (found.Items ?? []).map((item) => ({
        id: String(item['sk']),
        value: (item['value'] ?? null) as unknown,
        salt: String(item['salt'] ?? ''),
      }));
      const page = items.slice(0, limit);
      const last = page.at(-1);
      const more = items.length > limit || found.LastEvaluatedKey !== undefined;
      return { items: page, ...(more && last ? { next: last.id } : {}) };
    },

    async increment(key, by, expiresAtSeconds) {
      const command = new UpdateCommand({
        TableName: table,
        Key: itemKey(key),
        UpdateExpression: 'SET #value = if_not_exists(#value, :none) + :by, expiresAt = :expires',
        ExpressionAttributeNames: { '#value': 'value' },
        ExpressionAttributeValues: { ':by': by, ':none': 0, ':expires': expiresAtSeconds },
        ReturnValues: 'UPDATED_NEW',
      });
      const { Attributes } = await callAws(call, () => client.send(command));
      return Number(Attributes?.['value']);
    },

    async remove(key) {
      const command = new DeleteCommand({ TableName: table, Key: itemKey(key) });
      await callAws(call, () => client.send(command));
    },
  };
}

/** 128 bits: nobody tries them all. */
function newSalt(): string {
  return randomBytes(16).toString('hex');
}

function itemKey({ tenant, kind, id }: RecordKey) {
  return { pk: partition(tenant, kind), sk: id };
}

function partition(tenant: string, kind: RecordKey['kind']): string {
  if (tenant !== '' && !tenant.includes('#')) return `${tenant}#${kind}`;
  throw new InvalidInputError(
    `tenant must not be empty or contain #, got ${JSON.stringify(tenant)}`,
  );
}

function requireSize(key: RecordKey, value: object): void {
  const bytes = Buffer.byteLength(JSON.stringify(value));
  if (bytes <= MAX_VALUE_BYTES) return;
  throw new InvalidInputError(
    `a record must be at most ${MAX_VALUE_BYTES} bytes, ${key.kind} ${key.id} has ${bytes}; ` +
      'store what is large as a blob of the document',
  );
}
