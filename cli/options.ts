import { InvalidArgumentError } from 'commander';
import { isRole, ROLES } from '../lambda/access.ts';
import type { Side } from '../lambda/domain/document/document.ts';
import { SIDES } from '../lambda/domain/document/document.ts';

/** Where the console is served unless the port is taken. */
export const FIRST_PORT = 4_173;
const LAST_PORT = 65_535;
/** Characters; the API has the same limit. Longer questions are documents. */
const MAX_QUESTION = 2_000;

export function parseSides(text: string): readonly Side[] {
  const names = text.split(',').map((name) => name.trim());
  const sides = SIDES.filter((side) => names.includes(side));
  if (names.length === 0 || sides.length !== new Set(names).size) {
    throw new InvalidArgumentError(
      'The sides must be mlops, llmops or both with a comma: --sides mlops,llmops',
    );
  }
  return sides;
}

export function parseCount(minimum: number, maximum: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < minimum || value > maximum) {
      throw new InvalidArgumentError(`It must be a whole number from ${minimum} to ${maximum}.`);
    }
    return value;
  };
}

/** `ada`, `ada:auditor`, `ada:reviewer,approver`. */
export function parseCaller(text: string) {
  const [name = '', given, ...more] = text.split(':');
  const names = given?.split(',').map((one) => one.trim()) ?? ROLES;
  const roles = names.filter(isRole);
  if (/^[\w.@-]{1,64}$/.test(name) && more.length === 0 && roles.length === names.length) {
    return { name, roles };
  }
  throw new InvalidArgumentError(
    `It must be a name of letters, digits and . @ - _, and after a colon roles of ${ROLES.join(', ')}: ` +
      '--as ada:auditor',
  );
}

export const parsePort = parseCount(1, LAST_PORT);

export function parseQuestion(text: string): string {
  const question = text.trim();
  if (question === '' || question.length > MAX_QUESTION) {
    throw new InvalidArgumentError(
      `A question must have 1 to ${MAX_QUESTION} characters, this has ${question.length}.`,
    );
  }
  return question;
}
