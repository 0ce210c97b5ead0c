import type { Side } from '../../lambda/domain/document/document.ts';

export const SIDE_NAMES: Readonly<Record<Side, string>> = { mlops: 'MLOps', llmops: 'LLMOps' };

/** A side has one colour and one line style everywhere: solid is MLOps, dashed is LLMOps. */
export const SIDE_COLORS: Readonly<Record<Side, string>> = {
  mlops: 'var(--strata-mlops)',
  llmops: 'var(--strata-llmops)',
};

export function SideName({ side }: { readonly side: Side }) {
  return (
    <span className={`side-name side-name-${side}`}>
      <span aria-hidden="true" className="side-line" />
      {SIDE_NAMES[side]}
    </span>
  );
}
