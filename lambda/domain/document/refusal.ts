import type { Refusal, RefusalCode } from '../../errors.ts';

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
