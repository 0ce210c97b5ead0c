import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClaimOf } from '../../../../config/controls/schema.ts';
import { type Evidence, type Found, held, notHeld } from './evidence.ts';

/** Held against what each function says that it touches. */
export function checkCapability(
  { capability, functions, others }: ClaimOf<'capability'>,
  { steps }: Evidence,
): Found {
  const touching = steps.all
    .filter(({ touches }) =>
      touches.some((one) => one === capability || one.startsWith(`${capability}:`)),
    )
    .map(({ name }) => name);
  const missing = functions.filter((name) => !touching.includes(name));
  if (missing.length > 0)
    return notHeld(`${missing.join(', ')} must touch ${capability}, and do not`);
  const more = touching.filter((name) => !functions.includes(name));
  if (others === 'may not' && more.length > 0) {
    return notHeld(
      `${more.join(', ')} must not touch ${capability}; ` +
        'if they are to, say so in config/controls/declared.ts',
    );
  }
  const rests = touching.map((at) => ({ kind: 'function' as const, at }));
  return held(`${touching.join(', ')} touch ${capability}`, rests);
}

/** That the test is there and not skipped; `npm cit` runs it. */
export function checkTest({ file, title }: ClaimOf<'test'>, { root }: Evidence): Found {
  const path = join(root, file);
  if (!existsSync(path)) return notHeld(`${file} must be there, and is not`);
  const escaped = title.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const declared = new RegExp(String.raw`\b(test|it)(\.each\([^)]*\))?\(\s*(['"\`])${escaped}\3`);
  if (declared.test(readFileSync(path, 'utf8'))) {
    const at = `${file}: “${title}”`;
    return held(at, [{ kind: 'test', at }]);
  }
  return notHeld(`${file} must have the test “${title}”, and has not`);
}
