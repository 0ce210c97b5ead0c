/** `unknown`: it could not be looked at; everything else was. */
export type Level = 'ok' | 'note' | 'unknown' | 'warning' | 'error';

/** What was looked at in an account, and what to do about it. */
export interface Finding {
  /** `credentials`, `bootstrap`, `models`, … */
  readonly check: string;
  readonly level: Level;
  readonly what: string;
  /** What to click or run; null where nothing is to be done. */
  readonly remedy: string | null;
}

type Told = (what: string, remedy?: string) => Finding;

/** Findings of one check, by level. */
export function findingsOf(check: string): Readonly<Record<Level, Told>> {
  const told =
    (level: Level): Told =>
    (what, remedy) => ({ check, level, what, remedy: remedy ?? null });
  return {
    ok: told('ok'),
    note: told('note'),
    unknown: told('unknown'),
    warning: told('warning'),
    error: told('error'),
  };
}
