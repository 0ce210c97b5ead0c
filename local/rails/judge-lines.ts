import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import guardrailPolicy from '../../config/guardrail.json' with { type: 'json' };
import { railsVerdict } from '../../lambda/domain/rails/verdict.ts';
import { InvalidInputError } from '../../lambda/errors.ts';
import { policyGuardrail } from '../adapters/guardrail.ts';

const lineSchema = z.object({
  text: z.string(),
  direction: z.enum(['input', 'document', 'output']).optional(),
  /** Where the set says so, the verdicts are counted. */
  attack: z.boolean().optional(),
});

export interface JudgedLines {
  readonly lines: number;
  readonly blocked: number;
  /** Of the lines that the set calls attacks, and of those that it calls none; null without any. */
  readonly caught: { readonly of: number; readonly blocked: number } | null;
  readonly falseAlarms: { readonly of: number; readonly blocked: number } | null;
}

/**
 * Writes a verdict a line, in the order of the set.
 * @throws InvalidInputError naming the line that is none
 */
export async function judgeLines(set: string, out: string): Promise<JudgedLines> {
  const verdictOf = railsVerdict(policyGuardrail(guardrailPolicy));
  const written = createWriteStream(out);
  const count = { lines: 0, blocked: 0 };
  const byLabel = { true: { of: 0, blocked: 0 }, false: { of: 0, blocked: 0 } };
  for await (const line of createInterface({ input: createReadStream(set), crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    count.lines += 1;
    const { text, direction = null, attack } = parsed(line, `${set}:${count.lines}`);
    const verdict = await verdictOf(text, direction);
    count.blocked += Number(verdict.blocked);
    if (attack !== undefined) {
      const labelled = byLabel[`${attack}`];
      labelled.of += 1;
      labelled.blocked += Number(verdict.blocked);
    }
    if (!written.write(`${JSON.stringify(verdict)}\n`)) await once(written, 'drain');
  }
  written.end();
  await once(written, 'finish');
  return {
    ...count,
    caught: byLabel.true.of > 0 ? byLabel.true : null,
    falseAlarms: byLabel.false.of > 0 ? byLabel.false : null,
  };
}

function parsed(line: string, where: string): z.infer<typeof lineSchema> {
  const result = lineSchema.safeParse(jsonOf(line));
  if (result.success) return result.data;
  throw new InvalidInputError(
    `${where} must be a JSON object with "text" and perhaps "direction" (input, document or output): ` +
      z.prettifyError(result.error),
  );
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
