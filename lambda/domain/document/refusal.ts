import * as z from 'zod';
import type { Refusal, RefusalCode } from '../../errors.ts';
import { lazily } from '../../lazily.ts';

/** What a parser gives instead of text. */
export interface Refused {
  readonly refusal: Refusal;
}

/** `message` says what must hold, what was given, what to do. */
export function refuse(code: RefusalCode, message: string): Refused {
  return { refusal: { code, message } };
}

export function isRefused(value: object): value is Refused {
  return Object.hasOwn(value, 'refusal');
}

const CODES = [
  'corrupt',
  'encrypted',
  'empty',
  'oversized',
  'binary',
  'unsupported-format',
  'wrong-encoding',
  'mislabelled',
  'nested-too-deeply',
  'expands-too-far',
  'too-many-pages',
  'active-content',
  'no-text',
] as const satisfies readonly RefusalCode[];

/** A refusal that comes back through a flow or a blob. */
export const refusalSchema = lazily(
  (): z.ZodType<Refusal> => z.strictObject({ code: z.enum(CODES), message: z.string() }),
);
