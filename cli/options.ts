import { InvalidArgumentError } from 'commander';
import type { Side } from '../lambda/domain/document/document.ts';
import { SIDES } from '../lambda/domain/document/document.ts';

export function parseSides(text: string): readonly Side[] {
  const names = text.split(',').map((name) => name.trim());
  const sides = SIDES.filter((side) => names.includes(side));
  if (names.length === 0 || sides.length !== new Set(names).size) {
    throw new InvalidArgumentError(
      `sides must be mlops, llmops or both with a comma, got "${text}"; ` +
        'use --sides mlops,llmops',
    );
  }
  return sides;
}

export function parseCount(minimum: number, maximum: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < minimum || value > maximum) {
      throw new InvalidArgumentError(
        `must be a whole number from ${minimum} to ${maximum}, got "${text}"`,
      );
    }
    return value;
  };
}
