/** A stream of a PDF: its object's number, the dictionary before it, what it unfolds to. */
export interface PdfStream {
  readonly number: number;
  readonly dictionary: string;
  readonly content: string;
}

/**
 * How many drawings the worst form of a file comes to. Forms draw forms: nine levels of ten are a
 * billion drawings in a few kilobytes, and parsers follow every one. Counted from above: each
 * `Do` of a form counts as its most expensive form (ISO 32000-1, 8.10). Infinity for a form that
 * draws itself.
 * @param indirect text of an object that is no stream, by number; empty where there is none
 */
export function drawingsOf(
  streams: readonly PdfStream[],
  indirect: (number: number) => string,
): number {
  const forms = new Map(
    streams
      .filter(({ dictionary }) => /\/Subtype\s*\/Form\b/.test(dictionary))
      .map((form) => [form.number, form]),
  );
  const known = new Map<number, number>();
  const costOf = (number: number): number => {
    const form = forms.get(number);
    if (!form) return 1;
    const cost = known.get(number);
    if (cost !== undefined) return cost;
    known.set(number, Number.POSITIVE_INFINITY);
    const calls = form.content.match(/\/[^\s/]+\s+Do\b/g)?.length ?? 0;
    const worst = calls === 0 ? 0 : Math.max(1, ...drawnBy(form, indirect).map(costOf));
    known.set(number, 1 + calls * worst);
    return 1 + calls * worst;
  };
  return Math.max(0, ...[...forms.keys()].map(costOf));
}

/** Numbers of the objects under `/Resources /XObject`, each given there or by reference. */
function drawnBy({ dictionary }: PdfStream, indirect: (number: number) => string): number[] {
  const resources = resolve(dictionary, /\/Resources\s*(?:(\d+)\s+\d+\s+R)?/, indirect);
  const objects = resolve(resources, /\/XObject\s*(?:(\d+)\s+\d+\s+R)?/, indirect);
  const end = objects.indexOf('>>');
  const entries = end < 0 ? objects : objects.slice(0, end);
  return [...entries.matchAll(/(\d+)\s+\d+\s+R\b/g)].map((match) => Number(match[1]));
}

function resolve(text: string, entry: RegExp, indirect: (number: number) => string): string {
  const match = entry.exec(text);
  if (!match) return '';
  return match[1] === undefined
    ? text.slice(match.index + match[0].length)
    : indirect(Number(match[1]));
}
