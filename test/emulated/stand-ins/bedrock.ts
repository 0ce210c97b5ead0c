import { createHash } from 'node:crypto';
import type { Emulator } from '../emulator.ts';
import { named } from './resources.ts';
import type { ResourceType } from './resources.ts';
import { json } from './server.ts';
import type { StandIn } from './server.ts';

const camel = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(camel);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      `${key[0]?.toLowerCase()}${key.slice(1)}`,
      camel(inner),
    ]),
  );
};

/** Guardrails, versions and inference profiles by the emulator's own Bedrock API. */
export function bedrockResources(emulator: () => Emulator): Readonly<Record<string, ResourceType>> {
  const call = async (method: string, path: string, body?: unknown) => {
    const reply = await emulator().call('bedrock', path, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${text}`);
    const parsed: Record<string, string> = text === '' ? {} : JSON.parse(text);
    return Object.fromEntries(
      Object.entries(parsed).map(([key, value]) => [key.toLowerCase(), value]),
    );
  };
  return {
    'AWS::Bedrock::Guardrail': {
      make: async (properties) => {
        const made = await call('POST', '/guardrails', camel(properties));
        const { guardrailid = '', guardrailarn = '', version = '' } = made;
        const attributes = {
          GuardrailId: guardrailid,
          GuardrailArn: guardrailarn,
          Version: version,
        };
        return { ref: guardrailid, attributes };
      },
      remove: async (ref) => void (await call('DELETE', `/guardrails/${ref}`)),
    },
    'AWS::Bedrock::GuardrailVersion': {
      make: async (properties) => {
        const id = named(properties['GuardrailIdentifier']);
        const { version = '' } = await call('POST', `/guardrails/${encodeURIComponent(id)}`, {
          description: properties['Description'],
        });
        return { ref: `${id}|${version}`, attributes: { Version: version, GuardrailId: id } };
      },
    },
    'AWS::Bedrock::ApplicationInferenceProfile': {
      make: async (properties) => {
        const { inferenceprofilearn = '' } = await call(
          'POST',
          '/inference-profiles',
          camel(properties),
        );
        const attributes = {
          InferenceProfileArn: inferenceprofilearn,
          InferenceProfileId: inferenceprofilearn.split('/').at(-1) ?? '',
          InferenceProfileIdentifier: inferenceprofilearn,
        };
        return { ref: inferenceprofilearn, attributes };
      },
      remove: async (ref) =>
        void (await call('DELETE', `/inference-profiles/${encodeURIComponent(ref)}`)),
    },
  };
}

/** What the language models answer instead, while it is set. */
export interface ModelFaults {
  status: number | null;
}

/**
 * Bedrock's runtime. Embeddings as Titan answers them are made here: hashed words, so that texts
 * with common words are near. All else is the emulator's Converse, streams and guardrails.
 */
export function bedrockRuntime(emulator: () => Emulator, faults: ModelFaults): StandIn {
  return async ({ method, url, headers, body }) => {
    if (!/^\/(model|guardrail)\//.test(url.pathname)) return undefined;
    if (/titan-embed/.test(decodeURIComponent(url.pathname))) {
      const { inputText = '', dimensions = 1024 } = JSON.parse(body.toString('utf8'));
      return json({
        embedding: hashedWords(String(inputText), Number(dimensions)),
        inputTextTokenCount: 1,
      });
    }
    if (faults.status !== null && url.pathname.startsWith('/model/')) {
      const type = faults.status === 429 ? 'ThrottlingException' : 'InternalServerException';
      const reply = json({ message: 'the drive wants it' });
      return {
        ...reply,
        status: faults.status,
        headers: { ...reply.headers, 'x-amzn-errortype': type },
      };
    }
    const kept = ['content-type', 'authorization', 'x-amz-date', 'accept'];
    const passed = kept.flatMap((name) => (headers[name] ? [[name, String(headers[name])]] : []));
    const reply = await fetch(`${emulator().url}${url.pathname}${url.search}`, {
      method,
      headers: Object.fromEntries(passed),
      ...(method === 'GET' ? {} : { body: new Uint8Array(body) }),
    });
    return {
      status: reply.status,
      headers: Object.fromEntries(
        [...reply.headers].filter(([name]) => /^(content-type|x-amzn-)/.test(name)),
      ),
      body: new Uint8Array(await reply.arrayBuffer()),
    };
  };
}

function hashedWords(text: string, dimensions: number): readonly number[] {
  const vector = Array.from({ length: dimensions }, () => 0);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [' ']) {
    const at = createHash('sha256').update(word).digest().readUInt32BE() % dimensions;
    vector[at] = (vector[at] ?? 0) + 1;
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}
