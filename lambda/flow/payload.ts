import { FlowError } from './flow-error.ts';
import type { Json } from './json-value.ts';

/** Bytes of UTF-8 that a state may take or give (Step Functions quotas: 256 KiB, hard). */
export const PAYLOAD_LIMIT_BYTES = 262_144;

const utf8 = new TextEncoder();

/**
 * What the service does between states: writes JSON, measures it, reads it back.
 * @throws FlowError States.DataLimitExceeded
 */
export function roundTrip(what: string, value: unknown): Json {
  const text = JSON.stringify(value ?? null) ?? 'null';
  // No UTF-16 unit takes more than 3 bytes: most payloads need not be encoded to be measured.
  const bytes = text.length * 3 <= PAYLOAD_LIMIT_BYTES ? text.length : utf8.encode(text).length;
  if (bytes > PAYLOAD_LIMIT_BYTES) {
    throw new FlowError(
      'States.DataLimitExceeded',
      `${what} must be at most ${PAYLOAD_LIMIT_BYTES} bytes, got ${bytes}; ` +
        'store it in the document store and pass its key',
    );
  }
  const parsed: Json = JSON.parse(text);
  return parsed;
}
