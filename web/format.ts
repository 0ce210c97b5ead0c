/** Numbers and names as the console writes them. */

export function percent(share: number | null | undefined, digits = 1): string {
  return share === null || share === undefined ? '–' : `${(share * 100).toFixed(digits)} %`;
}

export function milliseconds(durationMs: number): string {
  return durationMs >= 1_000
    ? `${(durationMs / 1_000).toFixed(2)} s`
    : `${durationMs < 10 ? durationMs.toFixed(1) : Math.round(durationMs)} ms`;
}

/** Fractions of a cent matter here: four significant digits. */
export function usd(amount: number): string {
  return `$${amount.toLocaleString('en-GB', { maximumSignificantDigits: 4 })}`;
}

export function count(value: number): string {
  return value.toLocaleString('en-GB');
}

export function shortHash(hash: string): string {
  return hash.length > 12 ? hash.slice(0, 12) : hash;
}

/** `purchase_order_number` → `Purchase order number`. */
export function fieldLabel(name: string): string {
  const words = name.replaceAll(/[_-]+/g, ' ').trim();
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1);
}

/** Stands for the quality of the LLMOps side where the extractive reader read. */
export const NEEDS_MODEL = 'needs a language model';

export function isExtractive(reader: string): boolean {
  return reader === 'extractive';
}
